import { dropsEncryption } from "../../../../tools/review/rules/drops-encryption";
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
