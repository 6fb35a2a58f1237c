import { allowsPlainText } from "../../../../tools/review/rules/allows-plain-text";
import { changesKey } from "../../../../tools/review/rules/changes-key";
import { disablesKey } from "../../../../tools/review/rules/disables-key";
import { dropsEncryption } from "../../../../tools/review/rules/drops-encryption";
import { weakensTls } from "../../../../tools/review/rules/weakens-tls";
import { created, itJudges, replaced, updated } from "./plans";

const reads = "Whoever gets hold of a disk, a snapshot or a copy reads it.";
itJudges(dropsEncryption, {
  found: [
    [
      "a database that is no longer encrypted",
      [replaced("aws_db_instance.wiki", { storage_encrypted: true }, { storage_encrypted: false })],
      [`critical storage_encrypted: Encryption at rest is turned off. ${reads}`],
    ],
    [
      "a parameter that is kept in the open",
      [updated("aws_ssm_parameter.token", { type: "SecureString" }, { type: "String" })],
      [`critical type: The kind of the parameter goes from "SecureString" to "String". ${reads}`],
    ],
    [
      "a queue and a topic without any key",
      [
        updated("aws_sqs_queue.jobs", { sqs_managed_sse_enabled: true }, { sqs_managed_sse_enabled: false }),
        updated("aws_sns_topic.pages", { kms_master_key_id: "alias/aws/sns" }, { kms_master_key_id: null }),
      ],
      [
        `high sqs_managed_sse_enabled: Encryption at rest is turned off. ${reads}`,
        `high kms_master_key_id: Encryption at rest is removed. ${reads}`,
      ],
    ],
    [
      "a queue that neither a key nor SQS encrypts any more",
      [
        updated(
          "aws_sqs_queue.jobs",
          { kms_master_key_id: "alias/jobs", sqs_managed_sse_enabled: false },
          { kms_master_key_id: "" },
        ),
      ],
      [`high sqs_managed_sse_enabled: Encryption at rest is off. ${reads}`],
    ],
    [
      "a stream that is made without",
      [created("aws_kinesis_stream.clicks", { encryption_type: "NONE" })],
      [`high encryption_type: Encryption at rest is "NONE". ${reads}`],
    ],
  ],
  well: [
    ["a database that stays encrypted", [updated("aws_db_instance.wiki", { storage_encrypted: true }, { port: 1 })]],
    [
      "a queue that gets a key of its own",
      [
        updated(
          "aws_sqs_queue.jobs",
          { sqs_managed_sse_enabled: true },
          { sqs_managed_sse_enabled: false, kms_master_key_id: "alias/jobs" },
        ),
      ],
    ],
    ["a volume for which the account decides", [created("aws_ebs_volume.scratch", { size: 10 })]],
    [
      "a warehouse that is encrypted from now on",
      [updated("aws_redshift_cluster.sales", { encrypted: false }, { encrypted: true })],
    ],
  ],
  unknown: [
    [
      "whether a file system is encrypted",
      [created("aws_efs_file_system.home", {}, { encrypted: ["data.aws_ssm_parameter.encrypt.value"] })],
      ["not known: encrypted, by data.aws_ssm_parameter.encrypt.value"],
    ],
  ],
});

const [old, other] = ["one", "two"].map((id) => `arn:aws:kms:eu-west-1:111122223333:key/${id}`);
itJudges(changesKey, {
  found: [
    [
      "a bucket that goes back to AWS's own key",
      [
        updated(
          "aws_s3_bucket_server_side_encryption_configuration.lake",
          {
            rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "aws:kms", kms_master_key_id: old }] }],
          },
          { rule: [{ apply_server_side_encryption_by_default: [{ sse_algorithm: "AES256", kms_master_key_id: "" }] }] },
        ),
      ],
      [
        `high rule.0.apply_server_side_encryption_by_default.0.kms_master_key_id: It is no longer encrypted with the key ${old}, but with a key that S3 owns: no key's policy says any more who may read it.`,
      ],
    ],
    [
      "a topic and a secret that go back to a key which AWS manages",
      [
        updated("aws_sns_topic.alerts", { kms_master_key_id: old }, { kms_master_key_id: "alias/aws/sns" }),
        updated("aws_secretsmanager_secret.token", { kms_key_id: old }, { kms_key_id: null }),
      ],
      [
        ["kms_master_key_id", "sns"],
        ["kms_key_id", "secretsmanager"],
      ].map(
        ([attribute, name]) =>
          `high ${attribute}: It is no longer encrypted with the key ${old}, but with aws/${name}, a key that AWS manages: whoever in the account may read it there may use the key.`,
      ),
    ],
    [
      "a queue that SQS encrypts by itself then, and what nobody has said of",
      [
        updated(
          "aws_sqs_queue.jobs",
          { kms_master_key_id: old, sqs_managed_sse_enabled: false },
          { kms_master_key_id: "", sqs_managed_sse_enabled: true },
        ),
        updated("aws_lambda_function.resize", { kms_key_arn: old }, { kms_key_arn: "" }),
      ],
      [
        `high kms_master_key_id: It is no longer encrypted with the key ${old}, but with a key that SQS owns: no key's policy says any more who may read it.`,
        `high kms_key_arn: It is no longer encrypted with the key ${old}, but as AWS does by itself: with a key of AWS's own, or not at all.`,
      ],
    ],
    [
      "a topic that takes another key",
      [updated("aws_sns_topic.alerts", { kms_master_key_id: old }, { kms_master_key_id: other })],
      [
        `medium kms_master_key_id: It is encrypted with ${other} instead of ${old}: others may read it, and who could may not be able to.`,
      ],
    ],
    [
      "a log group that takes a key which the plan makes",
      [
        updated(
          "aws_cloudwatch_log_group.app",
          { kms_key_id: old },
          {},
          { kms_key_id: ["aws_kms_key.logs.arn", "aws_kms_key.logs"] },
        ),
        created("aws_kms_key.logs", {}),
      ],
      [
        `medium kms_key_id: It is encrypted with aws_kms_key.logs.arn instead of ${old}: others may read it, and who could may not be able to.`,
      ],
    ],
    [
      "an alias that leads to another key",
      [updated("aws_kms_alias.data", { target_key_id: "one" }, { target_key_id: "two" })],
      [
        "medium target_key_id: It is encrypted with two instead of one: others may read it, and who could may not be able to.",
      ],
    ],
  ],
  well: [
    ["what keeps its key", [updated("aws_sqs_queue.jobs", { kms_master_key_id: old }, { delay_seconds: 5 })]],
    [
      "what nothing encrypts any more, which another rule says",
      [
        updated("aws_sns_topic.alerts", { kms_master_key_id: old }, { kms_master_key_id: null }),
        updated(
          "aws_sqs_queue.jobs",
          { kms_master_key_id: old, sqs_managed_sse_enabled: false },
          { kms_master_key_id: "" },
        ),
      ],
    ],
    [
      "what takes a key of one's own",
      [updated("aws_sqs_queue.jobs", { kms_master_key_id: "alias/aws/sqs" }, { kms_master_key_id: old })],
    ],
    [
      "replicas in another order",
      [
        updated(
          "aws_dynamodb_table.carts",
          { replica: [{ region_name: "eu-west-2", kms_key_arn: old }] },
          {
            replica: [
              { region_name: "eu-north-1", kms_key_arn: other },
              { region_name: "eu-west-2", kms_key_arn: old },
            ],
          },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "which key it will be",
      [updated("aws_sns_topic.alerts", { kms_master_key_id: old }, {}, { kms_master_key_id: ["local.key"] })],
      ["not known: kms_master_key_id, by local.key"],
    ],
  ],
});

const locked = "Nobody can read what is encrypted with it, until it is on again.";
const longer = "The same material encrypts for longer: whoever gets hold of it reads more.";
itJudges(disablesKey, {
  found: [
    [
      "a key that is turned off",
      [updated("aws_kms_key.data", { is_enabled: true }, { is_enabled: false })],
      [`critical is_enabled: The key is turned off. ${locked}`],
    ],
    [
      "a key that is rotated no longer",
      [updated("aws_kms_key.data", { enable_key_rotation: true }, { enable_key_rotation: false })],
      [`medium enable_key_rotation: Rotation of the key is turned off. ${longer}`],
    ],
    [
      "a key that is rotated less often",
      [
        updated(
          "aws_kms_key.data",
          { enable_key_rotation: true, rotation_period_in_days: 90 },
          { rotation_period_in_days: 365 },
        ),
      ],
      [`medium rotation_period_in_days: Days between rotations: 365 days instead of 90 days. ${longer}`],
    ],
  ],
  well: [
    [
      "a key that stays on",
      [updated("aws_kms_key.data", { is_enabled: true, enable_key_rotation: true }, { description: "data" })],
    ],
    [
      "a key for signing, which AWS cannot rotate",
      [created("aws_kms_key.sign", { key_usage: "SIGN_VERIFY", is_enabled: true })],
    ],
  ],
  unknown: [
    [
      "whether it stays on",
      [updated("aws_kms_key.data", { is_enabled: true }, {}, { is_enabled: ["var.live"] })],
      ["not known: is_enabled, by var.live"],
    ],
  ],
});

const broken = "Connections can be broken that could not.";
itJudges(weakensTls, {
  found: [
    [
      "a listener that accepts TLS 1.0",
      [
        updated(
          "aws_alb_listener.https",
          { protocol: "HTTPS", ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          { ssl_policy: "ELBSecurityPolicy-2016-08" },
        ),
      ],
      [
        `high ssl_policy: The policy goes from "ELBSecurityPolicy-TLS13-1-2-2021-06" to "ELBSecurityPolicy-2016-08". ${broken}`,
      ],
    ],
    [
      "a distribution that accepts older ciphers",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { viewer_certificate: [{ acm_certificate_arn: "arn", minimum_protocol_version: "TLSv1.2_2021" }] },
          { viewer_certificate: [{ acm_certificate_arn: "arn", minimum_protocol_version: "TLSv1.2_2018" }] },
        ),
      ],
      [
        `high viewer_certificate.0.minimum_protocol_version: The policy goes from "TLSv1.2_2021" to "TLSv1.2_2018". ${broken}`,
      ],
    ],
    [
      "a distribution that asks an origin by an older protocol",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { origin: [{ custom_origin_config: [{ origin_ssl_protocols: ["TLSv1.2"] }] }] },
          { origin: [{ custom_origin_config: [{ origin_ssl_protocols: ["TLSv1", "TLSv1.2"] }] }] },
        ),
      ],
      [`high origin: CloudFront speaks an older protocol with an origin. ${broken}`],
    ],
    [
      "a domain that is made for old clients",
      [created("aws_api_gateway_domain_name.api", { security_policy: "TLS_1_0" })],
      [`medium security_policy: The policy is "TLS_1_0". ${broken}`],
    ],
  ],
  well: [
    ["a listener without TLS", [created("aws_lb_listener.http", { protocol: "HTTP", ssl_policy: null })]],
    [
      "a newer policy",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-FS-1-2-2019-08" },
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
        ),
      ],
    ],
    [
      "CloudFront's own certificate",
      [
        created("aws_cloudfront_distribution.site", {
          origin: [],
          viewer_certificate: [{ cloudfront_default_certificate: true, minimum_protocol_version: "TLSv1" }],
        }),
      ],
    ],
    ["an origin in a bucket", [created("aws_cloudfront_distribution.site", { origin: [{ s3_origin_config: [{}] }] })]],
  ],
  unknown: [
    [
      "a policy that is not known here",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          { ssl_policy: "ELBSecurityPolicy-Later" },
        ),
      ],
      ["not known: ssl_policy"],
    ],
    [
      "a policy that is known later",
      [
        updated(
          "aws_lb_listener.https",
          { ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06" },
          {},
          { ssl_policy: ["local.tls"] },
        ),
      ],
      ["not known: ssl_policy, by local.tls"],
    ],
  ],
});

const read = "What goes over the network can be read and changed on its way.";
itJudges(allowsPlainText, {
  found: [
    [
      "a search domain whose nodes talk in the open",
      [
        updated(
          "aws_opensearch_domain.logs",
          { encrypt_at_rest: [{ enabled: true }], node_to_node_encryption: [{ enabled: true }] },
          { node_to_node_encryption: [{ enabled: false }] },
        ),
      ],
      [`high node_to_node_encryption.0.enabled: Encryption between nodes is turned off. ${read}`],
    ],
    [
      "a cache that talks in the open",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { transit_encryption_enabled: true },
          { transit_encryption_enabled: false },
        ),
      ],
      [`high transit_encryption_enabled: Encryption in transit is turned off. ${read}`],
    ],
    [
      "a Kafka cluster that also takes plain text",
      [
        updated(
          "aws_msk_cluster.events",
          { encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS", in_cluster: true }] }] },
          { encryption_info: [{ encryption_in_transit: [{ client_broker: "TLS_PLAINTEXT", in_cluster: true }] }] },
        ),
      ],
      [
        `high encryption_info.0.encryption_in_transit.0.client_broker: Encryption in transit goes from "TLS" to "TLS_PLAINTEXT". ${read}`,
      ],
    ],
    [
      "a database that asks for TLS no longer",
      [
        updated(
          "aws_db_parameter_group.wiki",
          { parameter: [{ name: "rds.force_ssl", value: "1" }] },
          { parameter: [{ name: "rds.force_ssl", value: "0" }] },
        ),
      ],
      [`high parameter: "rds.force_ssl" is turned off. ${read}`],
    ],
    [
      "a listener that answers instead of redirecting",
      [
        updated(
          "aws_lb_listener.http",
          { protocol: "HTTP", port: 80, default_action: [{ type: "redirect" }] },
          { default_action: [{ type: "forward" }] },
        ),
      ],
      [`high protocol: HTTP on port 80 is answered, and not redirected to HTTPS. ${read}`],
    ],
    [
      "a site of which one path may be asked by HTTP",
      [
        updated(
          "aws_cloudfront_distribution.site",
          { ordered_cache_behavior: [{ path_pattern: "/api/*", viewer_protocol_policy: "https-only" }] },
          { ordered_cache_behavior: [{ path_pattern: "/api/*", viewer_protocol_policy: "allow-all" }] },
        ),
      ],
      [`high ordered_cache_behavior: Viewers of /api/* may use HTTP. ${read}`],
    ],
    [
      "an origin that is asked by HTTP from the start",
      [
        created("aws_cloudfront_distribution.site", {
          default_cache_behavior: [{ viewer_protocol_policy: "redirect-to-https" }],
          origin: [{ origin_id: "web", custom_origin_config: [{ origin_protocol_policy: "http-only" }] }],
        }),
      ],
      [`medium origin: CloudFront may ask the origin web by HTTP. ${read}`],
    ],
  ],
  well: [
    [
      "a redirect",
      [created("aws_lb_listener.http", { protocol: "HTTP", port: 80, default_action: [{ type: "redirect" }] })],
    ],
    [
      "HTTP that was answered before",
      [
        updated(
          "aws_lb_listener.http",
          { protocol: "HTTP", port: 80, default_action: [{ type: "forward" }] },
          { port: 8080 },
        ),
      ],
    ],
    [
      "a cache that stays encrypted",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { transit_encryption_enabled: true },
          { node_type: "cache.r7g.large" },
        ),
      ],
    ],
    [
      "a parameter that stays",
      [
        updated(
          "aws_db_parameter_group.wiki",
          { parameter: [{ name: "rds.force_ssl", value: "1" }] },
          {
            parameter: [
              { name: "rds.force_ssl", value: "1" },
              { name: "log_statement", value: "ddl" },
            ],
          },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "whether it stays encrypted",
      [updated("aws_memorydb_cluster.scores", { tls_enabled: true }, {}, { tls_enabled: ["var.tls"] })],
      ["not known: tls_enabled, by var.tls"],
    ],
  ],
});
