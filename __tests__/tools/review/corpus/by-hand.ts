import type { Said } from "./said";

/** A plan that Terraform 1.11 and a local AWS cannot make, and what is expected of its review. */
export interface HandCase {
  readonly json: object;
  readonly expected: readonly Said[];
}

interface Change {
  readonly address: string;
  readonly actions: readonly string[];
  readonly before?: object | null;
  readonly after?: object | null;
  readonly marks?: object;
  readonly rest?: object;
}

/** A change as Terraform writes it. */
const entry = ({ address, actions, before = null, after = null, marks, rest }: Change): object => ({
  address,
  mode: "managed",
  type: address.replace(/^(?:module\.\w+(?:\["[^"]*"\])?\.)*/, "").split(".")[0],
  name: address.split(".").at(-1),
  provider_name: "registry.terraform.io/hashicorp/aws",
  change: { actions, before, after, after_unknown: {}, before_sensitive: {}, after_sensitive: {}, ...marks },
  ...rest,
});

/** A plan as Terraform 1.14 writes it. */
const plan = (more: object): object => ({
  format_version: "1.2",
  terraform_version: "1.14.0",
  planned_values: { root_module: {} },
  configuration: { root_module: {} },
  applyable: true,
  complete: true,
  errored: false,
  ...more,
});

const found = (rule: string, address: string, severity: string): Said => ({ rule, address, is: "finding", severity });
const unknown = (rule: string, address = "root"): Said => ({ rule, address, is: "unknown" });

const invocation = (address: string, more: object = {}): object => ({
  address,
  type: address.split(".")[1],
  name: address.split(".").at(-1),
  provider_name: "registry.terraform.io/hashicorp/aws",
  config_values: { function_name: "flush", payload: "{}" },
  config_sensitive: {},
  config_unknown: {},
  ...more,
});

const bucket = (name: string, more: object = {}) => ({ bucket: name, id: name, arn: `arn:aws:s3:::${name}`, ...more });

export const handCases: Readonly<Record<string, HandCase>> = {
  "actions of a change, of the command line, and one that is put off": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_sns_topic.news",
          actions: ["update"],
          before: { name: "news", display_name: "" },
          after: { name: "news", display_name: "News" },
        }),
      ],
      action_invocations: [
        invocation("action.aws_lambda_invoke.flush", {
          lifecycle_action_trigger: {
            triggering_resource_address: "aws_sns_topic.news",
            action_trigger_event: "AfterUpdate",
            action_trigger_block_index: 0,
            actions_list_index: 0,
          },
        }),
        invocation("action.aws_ec2_stop_instance.old", { invoke_action_trigger: {} }),
      ],
      deferred_action_invocations: [
        { reason: "unknown_provider_config", action_invocation: invocation("action.aws_lambda_invoke.later") },
      ],
    }),
    expected: [
      found("runs-actions", "action.aws_ec2_stop_instance.old", "high"),
      found("runs-actions", "action.aws_lambda_invoke.flush", "medium"),
      found("runs-actions", "action.aws_lambda_invoke.later", "medium"),
    ],
  },
  "changes that are put off": {
    json: plan({
      complete: false,
      deferred_changes: [
        {
          reason: "instance_count_unknown",
          resource_change: entry({
            address: 'aws_db_instance.shard["*"]',
            actions: ["create"],
            after: { engine: "mysql", publicly_accessible: true },
          }),
        },
      ],
    }),
    expected: [found("is-incomplete", 'aws_db_instance.shard["*"]', "medium")],
  },
  "an import by identity, which changes what it imports": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_s3_bucket_versioning.files",
          actions: ["update"],
          before: { bucket: "files", versioning_configuration: [{ status: "Enabled" }] },
          after: { bucket: "files", versioning_configuration: [{ status: "Suspended" }] },
          marks: {
            importing: { identity: { account_id: "123456789012", bucket: "files", region: "eu-west-1" } },
            before_identity: { account_id: "123456789012", bucket: "files", region: "eu-west-1" },
            after_identity: { account_id: "123456789012", bucket: "files", region: "eu-west-1" },
          },
        }),
      ],
    }),
    expected: [
      found("imports-and-changes", "aws_s3_bucket_versioning.files", "medium"),
      found("turns-off-versioning", "aws_s3_bucket_versioning.files", "high"),
    ],
  },
  "a database that is forgotten, and made anew": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_db_instance.crm",
          actions: ["create", "forget"],
          before: { identifier: "crm", engine: "mysql", deletion_protection: true, storage_encrypted: true },
          after: { identifier: "crm", engine: "mysql", deletion_protection: true, storage_encrypted: true },
          marks: { replace_paths: [["db_subnet_group_name"]] },
          rest: { action_reason: "replace_because_cannot_update" },
        }),
        entry({
          address: "aws_cloudfront_distribution.old",
          actions: ["forget"],
          before: { enabled: true, comment: "old" },
          rest: { action_reason: "delete_because_no_resource_config" },
        }),
      ],
    }),
    expected: [
      found("forgets-resources", "aws_cloudfront_distribution.old", "low"),
      found("forgets-resources", "aws_db_instance.crm", "medium"),
    ],
  },
  "a plan of OpenTofu": {
    json: {
      format_version: "1.2",
      terraform_version: "1.10.0",
      variables: {},
      planned_values: { root_module: {} },
      resource_changes: [
        {
          address: "aws_s3_bucket.lake",
          mode: "managed",
          type: "aws_s3_bucket",
          name: "lake",
          provider_name: "registry.opentofu.org/hashicorp/aws",
          change: {
            actions: ["delete"],
            before: bucket("lake", { force_destroy: true }),
            after: null,
            after_unknown: {},
            before_sensitive: {},
            after_sensitive: false,
          },
          action_reason: "delete_because_no_resource_config",
        },
      ],
      configuration: { provider_config: {}, root_module: {} },
      relevant_attributes: [],
      timestamp: "2026-01-01T00:00:00Z",
      errored: false,
    },
    expected: [found("destroys-data", "aws_s3_bucket.lake", "critical")],
  },
  "a plan that has failed half-way": {
    json: plan({
      applyable: false,
      complete: false,
      errored: true,
      resource_changes: [
        entry({
          address: "aws_sqs_queue.jobs",
          actions: ["create"],
          after: { name: "jobs", sqs_managed_sse_enabled: true },
        }),
      ],
    }),
    expected: [unknown("exceeds-budget"), found("is-incomplete", "root", "high"), unknown("leaves-the-drill")],
  },
  "a plan of nothing": {
    json: plan({ applyable: false, terraform_version: "1.5.7", complete: undefined }),
    expected: [],
  },
  "nothing but drift": {
    json: plan({
      applyable: false,
      resource_drift: [
        entry({
          address: "aws_security_group.it",
          actions: ["update"],
          before: { name: "it", ingress: [] },
          after: {
            name: "it",
            ingress: [
              { from_port: 22, to_port: 22, protocol: "tcp", cidr_blocks: ["0.0.0.0/0"], ipv6_cidr_blocks: [] },
            ],
          },
        }),
        entry({ address: "aws_s3_bucket.gone", actions: ["delete"], before: bucket("gone") }),
      ],
    }),
    expected: [found("opens-to-the-internet", "aws_security_group.it", "critical")],
  },
  "checks that fail, err, and are not known yet": {
    json: plan({
      checks: [
        {
          address: { kind: "check", name: "health", to_display: "check.health" },
          status: "error",
          instances: [
            {
              address: { to_display: "check.health" },
              status: "error",
              problems: [{ message: "https://shop.example answers 503." }],
            },
          ],
        },
        {
          address: {
            kind: "resource",
            mode: "managed",
            to_display: "aws_instance.web",
            type: "aws_instance",
            name: "web",
          },
          status: "fail",
          instances: [
            {
              address: { instance_key: "a", to_display: 'aws_instance.web["a"]' },
              status: "fail",
              problems: [{ message: "The image is older than 90 days." }],
            },
            { address: { instance_key: "b", to_display: 'aws_instance.web["b"]' }, status: "pass" },
          ],
        },
        {
          address: { kind: "output_value", name: "url", to_display: "output.url" },
          status: "unknown",
          instances: [{ address: { to_display: "output.url" }, status: "unknown" }],
        },
      ],
    }),
    expected: [
      found("fails-checks", 'aws_instance.web["a"]', "high"),
      found("fails-checks", "check.health", "high"),
      unknown("fails-checks", "output.url"),
    ],
  },
  "moves between modules, of which one also changes": {
    json: plan({
      resource_changes: [
        entry({
          address: 'module.shop["eu"].aws_sqs_queue.jobs',
          actions: ["no-op"],
          before: { name: "jobs" },
          after: { name: "jobs" },
          rest: { previous_address: "aws_sqs_queue.jobs" },
        }),
        entry({
          address: 'module.shop["eu"].aws_dynamodb_table.carts',
          actions: ["update"],
          before: { name: "carts", deletion_protection_enabled: true },
          after: { name: "carts", deletion_protection_enabled: false },
          rest: { previous_address: "aws_dynamodb_table.carts" },
        }),
      ],
    }),
    expected: [found("removes-deletion-protection", 'module.shop["eu"].aws_dynamodb_table.carts', "high")],
  },
  "a deposed object that an earlier apply left": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_ebs_volume.data",
          actions: ["delete"],
          before: { id: "vol-00000000000000001", size: 500, encrypted: true },
          rest: { deposed: "4b2d9c1a", action_reason: undefined },
        }),
      ],
    }),
    expected: [found("destroys-data", "aws_ebs_volume.data", "critical")],
  },
  "a cluster of Kafka that is replaced": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_msk_cluster.events",
          actions: ["delete", "create"],
          before: {
            cluster_name: "events",
            number_of_broker_nodes: 3,
            encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS", in_cluster: true }] }],
          },
          after: {
            cluster_name: "events",
            number_of_broker_nodes: 2,
            encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS_PLAINTEXT", in_cluster: false }] }],
          },
          marks: { replace_paths: [["encryption_info", 0, "encryption_in_transit", 0, "in_cluster"]] },
          rest: { action_reason: "replace_because_cannot_update" },
        }),
      ],
    }),
    expected: [
      found("allows-plain-text", "aws_msk_cluster.events", "high"),
      found("allows-plain-text", "aws_msk_cluster.events", "high"),
      found("cuts-capacity", "aws_msk_cluster.events", "medium"),
      unknown("exceeds-budget"),
      found("destroys-data", "aws_msk_cluster.events", "critical"),
    ],
  },
  "a search domain that anybody may ask": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_opensearch_domain.catalogue",
          actions: ["update"],
          before: {
            domain_name: "catalogue",
            node_to_node_encryption: [{ enabled: true }],
            domain_endpoint_options: [{ enforce_https: true, tls_security_policy: "Policy-Min-TLS-1-2-PFS-2023-10" }],
            cluster_config: [{ instance_count: 3, zone_awareness_enabled: true }],
            access_policies: JSON.stringify({
              Statement: [
                {
                  Effect: "Allow",
                  Action: "es:ESHttpGet",
                  Resource: "*",
                  Principal: { AWS: "arn:aws:iam::123456789012:root" },
                },
              ],
            }),
          },
          after: {
            domain_name: "catalogue",
            node_to_node_encryption: [{ enabled: false }],
            domain_endpoint_options: [{ enforce_https: false, tls_security_policy: "Policy-Min-TLS-1-0-2019-07" }],
            cluster_config: [{ instance_count: 1, zone_awareness_enabled: false }],
            access_policies: JSON.stringify({
              Statement: [{ Effect: "Allow", Action: "es:ESHttp*", Resource: "*", Principal: "*" }],
            }),
          },
        }),
      ],
    }),
    expected: [
      found("allows-plain-text", "aws_opensearch_domain.catalogue", "high"),
      found("allows-plain-text", "aws_opensearch_domain.catalogue", "high"),
      found("cuts-capacity", "aws_opensearch_domain.catalogue", "medium"),
      found("runs-in-one-zone", "aws_opensearch_domain.catalogue", "high"),
      found("trusts-everybody", "aws_opensearch_domain.catalogue", "critical"),
      found("weakens-tls", "aws_opensearch_domain.catalogue", "high"),
    ],
  },
  "a workgroup of Athena whose users settle everything themselves": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_athena_workgroup.analysts",
          actions: ["update"],
          before: {
            name: "analysts",
            configuration: [
              {
                enforce_workgroup_configuration: true,
                bytes_scanned_cutoff_per_query: 1_099_511_627_776,
                result_configuration: [{ encryption_configuration: [{ encryption_option: "SSE_KMS" }] }],
              },
            ],
          },
          after: {
            name: "analysts",
            configuration: [
              {
                enforce_workgroup_configuration: false,
                bytes_scanned_cutoff_per_query: null,
                result_configuration: [{ encryption_configuration: [] }],
              },
            ],
          },
        }),
      ],
    }),
    expected: [
      found("drops-encryption", "aws_athena_workgroup.analysts", "high"),
      found("lifts-limits", "aws_athena_workgroup.analysts", "low"),
      found("lifts-limits", "aws_athena_workgroup.analysts", "low"),
    ],
  },
  "a warehouse that is opened and kept no longer": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_redshift_cluster.it",
          actions: ["update"],
          before: {
            cluster_identifier: "warehouse",
            encrypted: true,
            publicly_accessible: false,
            automated_snapshot_retention_period: 35,
            skip_final_snapshot: false,
            number_of_nodes: 4,
          },
          after: {
            cluster_identifier: "warehouse",
            encrypted: false,
            publicly_accessible: true,
            automated_snapshot_retention_period: 1,
            skip_final_snapshot: true,
            number_of_nodes: 2,
          },
        }),
        entry({
          address: "aws_redshift_parameter_group.it",
          actions: ["update"],
          before: { name: "warehouse", parameter: [{ name: "require_ssl", value: "true" }] },
          after: { name: "warehouse", parameter: [{ name: "require_ssl", value: "false" }] },
        }),
      ],
    }),
    expected: [
      unknown("exceeds-budget"),
      found("allows-plain-text", "aws_redshift_parameter_group.it", "high"),
      found("cuts-capacity", "aws_redshift_cluster.it", "medium"),
      found("drops-encryption", "aws_redshift_cluster.it", "critical"),
      found("makes-publicly-accessible", "aws_redshift_cluster.it", "high"),
      found("restarts-at-once", "aws_redshift_cluster.it", "medium"),
      found("shortens-backups", "aws_redshift_cluster.it", "high"),
      found("skips-final-snapshot", "aws_redshift_cluster.it", "high"),
    ],
  },
  "a table that is made before the old one is destroyed": {
    json: plan({
      resource_changes: [
        entry({
          address: "aws_dynamodb_table.sessions",
          actions: ["create", "delete"],
          before: { name: "sessions", hash_key: "id", point_in_time_recovery: [{ enabled: false }] },
          after: { name: "sessions-2", hash_key: "token", point_in_time_recovery: [{ enabled: false }] },
          marks: { replace_paths: [["hash_key"], ["name"]] },
          rest: { action_reason: "replace_because_cannot_update" },
        }),
      ],
    }),
    expected: [found("destroys-data", "aws_dynamodb_table.sessions", "critical")],
  },
};
