import { copiesToAnotherAccount } from "../../../../tools/review/rules/copies-to-another-account";
import { leavesTheJurisdiction } from "../../../../tools/review/rules/leaves-the-jurisdiction";
import { needsAnotherRegion } from "../../../../tools/review/rules/needs-another-region";
import { needsUsEast1 } from "../../../../tools/review/rules/needs-us-east-1";
import { removesACopy } from "../../../../tools/review/rules/removes-a-copy";
import { beside, created, destroyed, destroyedWhole, inRegion, itJudges, kept, planOf, updated } from "./plans";

const vault = (region: string, account = "111122223333") => `arn:aws:backup:${region}:${account}:backup-vault:copies`;
const copied = (...vaults: string[]) => ({
  rule: [{ rule_name: "daily", copy_action: vaults.map((one) => ({ destination_vault_arn: one })) }],
});

itJudges(leavesTheJurisdiction, {
  found: [
    [
      "copies of backups",
      inRegion("eu-west-1", [
        updated(
          "aws_backup_plan.all",
          copied(vault("eu-central-1")),
          copied(vault("eu-central-1"), vault("us-east-1")),
        ),
      ]),
      [
        "high rule.0.copy_action.1.destination_vault_arn: Data of eu-west-1 goes to us-east-1: from the European Union to the United States.",
      ],
    ],
    [
      "a replica of a table in London",
      inRegion("eu-west-1", [created("aws_dynamodb_table.carts", { replica: [{ region_name: "eu-west-2" }] })]),
      [
        "high replica.0.region_name: Data of eu-west-1 goes to eu-west-2: from the European Union to the United Kingdom.",
      ],
    ],
    [
      "a secret, of regions that this platform does not know",
      inRegion("ap-southeast-2", [
        created("aws_secretsmanager_secret.api", { replica: [{ region: "ap-northeast-1" }] }),
      ]),
      ["high replica.0.region: Data of ap-southeast-2 goes to ap-northeast-1: from Australia to Japan."],
    ],
    [
      "images",
      inRegion("ca-central-1", [
        created("aws_ecr_replication_configuration.all", {
          replication_configuration: [
            { rule: [{ destination: [{ region: "us-east-2", registry_id: "111122223333" }] }] },
          ],
        }),
      ]),
      ["high destination.0.region: Data of ca-central-1 goes to us-east-2: from Canada to the United States."],
    ],
  ],
  well: [
    [
      "a copy under the same law",
      inRegion("eu-west-1", [created("aws_backup_plan.all", copied(vault("eu-central-1")))]),
    ],
    [
      "a copy that was there",
      inRegion("eu-west-1", [updated("aws_backup_plan.all", copied(vault("us-east-1")), { name: "x" })]),
    ],
    ["a table without replicas", inRegion("eu-west-1", [created("aws_dynamodb_table.carts", { replica: [] })])],
  ],
  unknown: [
    [
      "where objects go, since a bucket's name does not say",
      inRegion("eu-west-1", [
        created("aws_s3_bucket_replication_configuration.lake", {
          rule: [{ id: "all", status: "Enabled", destination: [{ bucket: "arn:aws:s3:::far" }] }],
        }),
      ]),
      ["not known: rule.0.destination.0.bucket"],
    ],
    [
      "a region of later",
      inRegion("eu-west-1", [created("aws_dynamodb_table.carts", { replica: [{ region_name: "xx-north-1" }] })]),
      ["not known: replica.0.region_name"],
    ],
  ],
});

const own = kept("aws_sns_topic.any", { arn: "arn:aws:sns:eu-west-1:111122223333:any" });
itJudges(copiesToAnotherAccount, {
  found: [
    [
      "copies of backups",
      inRegion("eu-west-1", [
        own,
        updated("aws_backup_plan.all", copied(), copied(vault("eu-central-1", "999988887777"))),
      ]),
      ["high rule.0.copy_action.0.destination_vault_arn: Data goes to the account 999988887777."],
    ],
    [
      "a log",
      inRegion("eu-west-1", [
        own,
        created("aws_cloudwatch_log_subscription_filter.siem", {
          destination_arn: "arn:aws:logs:eu-west-1:999988887777:destination:siem",
        }),
      ]),
      ["high destination_arn: Data goes to the account 999988887777."],
    ],
  ],
  well: [
    ["one's own account", inRegion("eu-west-1", [own, created("aws_backup_plan.all", copied(vault("eu-central-1")))])],
    [
      "where it went before",
      inRegion("eu-west-1", [
        own,
        updated("aws_backup_plan.all", copied(vault("eu-central-1", "999988887777")), { name: "x" }),
      ]),
    ],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const longer = "What is lost with the region or the account is lost for longer, or for good (RPO and RTO).";
itJudges(removesACopy, {
  found: [
    [
      "copies of backups",
      [updated("aws_backup_plan.all", copied(vault("eu-central-1"), vault("eu-north-1")), copied(vault("eu-north-1")))],
      [`high rule: It is no longer copied to ${vault("eu-central-1")} (rule "daily"). ${longer}`],
    ],
    [
      "backups whose only copy is made no longer",
      [updated("aws_backup_plan.all", copied(vault("eu-central-1")), copied())],
      [`high rule: It is no longer copied to ${vault("eu-central-1")} (rule "daily"). ${longer}`],
    ],
    [
      "a replica of a table",
      [updated("aws_dynamodb_table.carts", { replica: [{ region_name: "us-west-2" }] }, { replica: [] })],
      [`high replica: It is no longer copied to us-west-2. ${longer}`],
    ],
    [
      "replication of a bucket",
      [destroyed("aws_s3_bucket_replication_configuration.lake", { id: "lake", bucket: "lake" })],
      [`high: The copying of objects to another bucket is removed. ${longer}`],
    ],
    [
      "a rule of replication that is off",
      [
        updated(
          "aws_s3_bucket_replication_configuration.lake",
          { rule: [{ id: "all", status: "Enabled", destination: [{ bucket: "arn:aws:s3:::far" }] }] },
          { rule: [{ id: "all", status: "Disabled", destination: [{ bucket: "arn:aws:s3:::far" }] }] },
        ),
      ],
      [`high rule: It is no longer copied to arn:aws:s3:::far. ${longer}`],
    ],
  ],
  well: [
    [
      "one copy more",
      [updated("aws_backup_plan.all", copied(vault("eu-north-1")), copied(vault("eu-north-1"), vault("eu-central-1")))],
    ],
    [
      "replication that goes with its bucket",
      [
        destroyed("aws_s3_bucket_replication_configuration.lake", { id: "lake", bucket: "lake" }),
        destroyedWhole("aws_s3_bucket.lake", "lake"),
      ],
    ],
  ],
  unknown: [
    [
      "which replicas stay",
      [
        updated(
          "aws_dynamodb_table.carts",
          { replica: [{ region_name: "us-west-2" }] },
          {},
          { replica: ["var.regions"] },
        ),
      ],
      ["not known: replica, by var.regions"],
    ],
  ],
});

const key = (region: string) => `arn:aws:kms:${region}:111122223333:key/one`;
itJudges(needsAnotherRegion, {
  found: [
    [
      "a key of another region",
      inRegion("eu-west-1", [
        updated("aws_lambda_function.job", { kms_key_arn: key("eu-west-1") }, { kms_key_arn: key("eu-central-1") }),
      ]),
      [
        `medium kms_key_arn: It stands in eu-west-1 and needs ${key("eu-central-1")} of eu-central-1: when either is lost, it fails.`,
      ],
    ],
    [
      "a topic that the plan makes in another region",
      {
        ...planOf([
          created(
            "aws_cloudwatch_metric_alarm.errors",
            {},
            { alarm_actions: ["aws_sns_topic.far.arn", "aws_sns_topic.far"] },
          ),
          created("aws_sns_topic.far", { region: "us-east-1" }),
        ]),
        configuration: {
          provider_config: { aws: { expressions: { region: { constant_value: "eu-west-1" } } } },
          root_module: {
            resources: [
              {
                address: "aws_cloudwatch_metric_alarm.errors",
                provider_config_key: "aws",
                expressions: { alarm_actions: { references: ["aws_sns_topic.far.arn", "aws_sns_topic.far"] } },
              },
              { address: "aws_sns_topic.far", expressions: {} },
            ],
          },
        },
      },
      [
        "medium alarm_actions: It stands in eu-west-1 and needs aws_sns_topic.far.arn of us-east-1: when either is lost, it fails.",
      ],
    ],
  ],
  well: [
    [
      "a key of its own region",
      inRegion("eu-west-1", [created("aws_lambda_function.job", { kms_key_arn: key("eu-west-1") })]),
    ],
    [
      "CloudFront, whose certificate must be there",
      inRegion("eu-west-1", [
        created("aws_cloudfront_distribution.site", {
          viewer_certificate: [{ acm_certificate_arn: "arn:aws:acm:us-east-1:1:certificate/x" }],
        }),
      ]),
    ],
    [
      "what it needed before",
      inRegion("eu-west-1", [updated("aws_lambda_function.job", { kms_key_arn: key("eu-central-1") }, { timeout: 3 })]),
    ],
    ["a plan that says no region", [created("aws_lambda_function.job", { kms_key_arn: key("eu-central-1") })]],
  ],
  unknown: "nothing that it looks at can be unknown",
});

itJudges(needsUsEast1, {
  found: [
    [
      "a record that a recovery would make",
      beside(
        { root: "prod-eu-central-1-recovery-of-eu-west-1" },
        planOf([created("aws_route53_record.www", { name: "www" })]),
      ),
      [
        "high: A recovery makes it, and Route 53 takes changes in us-east-1 only: when that region is lost as well, the recovery stops here.",
      ],
    ],
    [
      "a role that a recovery would make",
      beside({ root: "recovery" }, planOf([created("aws_iam_role.app", { assume_role_policy: "" })])),
      [
        "medium: A recovery makes it, and IAM takes changes in us-east-1 only: when that region is lost as well, the recovery stops here.",
      ],
    ],
  ],
  well: [
    ["the same in a live root", planOf([created("aws_route53_record.www", { name: "www" })])],
    ["what is regional", beside({ root: "recovery" }, planOf([created("aws_sqs_queue.jobs", {})]))],
  ],
  unknown: "nothing that it looks at can be unknown",
});
