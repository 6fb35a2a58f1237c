import type { Path } from "../../../terraform/plan/decided";
import { regionInArn } from "../../../terraform/plan/regions";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import type { Surroundings } from "../rules/rule";
import { accountIn } from "./accounts";
import { after } from "./after";

/** Where data is copied or sent to. */
export interface Flow {
  readonly path: Path;
  /** What tells it from other flows of the resource. */
  readonly to: string;
  /** Where it goes, in words, where that is not all that tells it from others. */
  readonly said?: string;
  readonly fromRegion?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

type Flows = (values: Attributes, here: string | undefined) => Flow[];

/** The flow of a resource whose attribute names where its data comes from: it is the copy itself. */
const fromArn =
  (attribute: string): Flows =>
  (values, here) => {
    const source = values[attribute];
    const fromRegion = regionInArn(source);
    return fromRegion === undefined ? [] : [{ path: [attribute], to: here ?? "", fromRegion, region: here }];
  };

const toArn =
  (attribute: string): Flows =>
  (values, here) => {
    const to = values[attribute];
    const region = regionInArn(to);
    return region === undefined
      ? []
      : [{ path: [attribute], to: `${to}`, fromRegion: here, region, account: accountIn(to) }];
  };

const blocksTo =
  (name: string, attribute: string): Flows =>
  (values, here) =>
    blocksIn(values, name).flatMap((one, index) => {
      const region = one[attribute];
      return typeof region === "string" && region !== ""
        ? [
            {
              path: [name, index, attribute],
              to: region,
              fromRegion: here,
              region,
              account: accountIn(one.registry_id),
            },
          ]
        : [];
    });

/** Each rule of a plan for backups with the vaults that it copies to. */
const copies: Flows = (values, here) =>
  blocksIn(values, "rule").flatMap((rule, index) =>
    blocksIn(rule, "copy_action").flatMap(({ destination_vault_arn: to }, place) =>
      typeof to === "string"
        ? [
            {
              path: ["rule", index, "copy_action", place, "destination_vault_arn"],
              to: `${rule.rule_name} ${to}`,
              said: `${to} (rule "${rule.rule_name}")`,
              fromRegion: here,
              region: regionInArn(to),
              account: accountIn(to),
            },
          ]
        : [],
    ),
  );

/** A bucket's ARN tells no region; the key of the copy does. */
const replication: Flows = (values, here) =>
  blocksIn(values, "rule").flatMap((rule, index) =>
    rule.status === "Disabled"
      ? []
      : blocksIn(rule, "destination").map((destination) => {
          const key = blocksIn(destination, "encryption_configuration")[0]?.replica_kms_key_id;
          return {
            path: ["rule", index, "destination", 0, "bucket"],
            to: `${destination.bucket ?? ""}`,
            fromRegion: here,
            region: regionInArn(key),
            account: accountIn(destination.account),
          };
        }),
  );

const images: Flows = (values, here) =>
  blocksIn(values, "replication_configuration").flatMap((configuration) =>
    blocksIn(configuration, "rule").flatMap((rule) => blocksTo("destination", "region")(rule, here)),
  );

/** By type. */
export const flows: Readonly<Record<string, Flows>> = {
  aws_ami_copy: (values, here) => [
    { path: ["source_ami_region"], to: here ?? "", fromRegion: `${values.source_ami_region}`, region: here },
  ],
  aws_backup_plan: copies,
  aws_cloudwatch_log_subscription_filter: toArn("destination_arn"),
  aws_db_instance: fromArn("replicate_source_db"),
  aws_db_instance_automated_backups_replication: fromArn("source_db_instance_arn"),
  aws_db_snapshot_copy: fromArn("source_db_snapshot_identifier"),
  aws_dynamodb_table: blocksTo("replica", "region_name"),
  aws_dynamodb_table_replica: fromArn("global_table_arn"),
  aws_ebs_snapshot_copy: (values, here) => [
    { path: ["source_region"], to: here ?? "", fromRegion: `${values.source_region}`, region: here },
  ],
  aws_ecr_replication_configuration: images,
  aws_efs_replication_configuration: blocksTo("destination", "region"),
  aws_kms_replica_key: fromArn("primary_key_arn"),
  aws_rds_cluster: fromArn("replication_source_identifier"),
  aws_redshift_snapshot_copy: (values, here) => [
    {
      path: ["destination_region"],
      to: `${values.destination_region}`,
      fromRegion: here,
      region: `${values.destination_region}`,
    },
  ],
  aws_s3_bucket_replication_configuration: replication,
  aws_secretsmanager_secret: blocksTo("replica", "region"),
};

/** Where a resource sends data before, and after. */
export function flowsOf(change: ResourceChange, { regionOf }: Surroundings): { before: Flow[]; after: Flow[] } {
  const of = flows[change.type];
  const here = regionOf(change);
  const known = (values: Attributes | null): Flow[] => (values && of ? of(values, here) : []);
  return { before: known(change.before), after: known(change.after) };
}

/** A flow with the region that its target is in, where the target is of the plan. */
export function resolved(flow: Flow, change: ResourceChange, around: Surroundings): Flow {
  if (flow.region !== undefined) return flow;
  const value = after(change, flow.path, around);
  const addresses = value.is === "unknown" ? value.leadsTo.map(({ address }) => address) : [];
  const target =
    addresses.flatMap(around.configuredAs)[0] ??
    around.ofType("aws_s3_bucket").find(({ before }) => typeof before?.arn === "string" && before.arn === flow.to);
  return { ...flow, region: target && around.regionOf(target) };
}
