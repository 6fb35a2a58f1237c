import { changesKey } from "../../../../tools/review/rules/changes-key";
import { disablesKey } from "../../../../tools/review/rules/disables-key";
import { created, itJudges, updated } from "./plans";

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
