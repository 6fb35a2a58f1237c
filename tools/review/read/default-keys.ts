import type { Path } from "../../../terraform/plan/decided";
import type { Attributes } from "../../../terraform/plan/resource-changes";
import { at } from "./after";

/** A key that AWS manages in the account: its policy lets everybody use it who may use the service. */
export const managedKey = (name: string): string =>
  `with aws/${name}, a key that AWS manages: whoever in the account may read it there may use the key`;

/** A key of the service's own account. */
const ownedBy = (service: string): string =>
  `with a key that ${service} owns: no key's policy says any more who may read it`;

/**
 * What encrypts where no key is named, in words, by type: what is not here is not known. What is not encrypted then is not
 * here either: `drops-encryption` says that.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
const defaultKeys: Readonly<Record<string, string | ((values: Attributes, path: Path) => string)>> = {
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
  aws_backup_vault: managedKey("backup"),
  // https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html
  aws_cloudtrail: ownedBy("S3"),
  // https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html
  aws_cloudwatch_event_bus: ownedBy("EventBridge"),
  // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DisassociateKmsKey.html
  aws_cloudwatch_log_group: ownedBy("CloudWatch Logs"),
  // https://aws.amazon.com/blogs/database/options-for-changing-aws-kms-encryption-key-for-amazon-rds-databases/
  aws_db_instance: managedKey("rds"),
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.tutorial.html
  aws_dynamodb_table: (values) =>
    at(values, ["server_side_encryption", 0, "enabled"]) === true ? managedKey("dynamodb") : ownedBy("DynamoDB"),
  // https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
  aws_ebs_volume: managedKey("ebs"),
  aws_instance: managedKey("ebs"),
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
  aws_elasticache_replication_group: ownedBy("ElastiCache"),
  aws_rds_cluster: managedKey("rds"),
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-bucket-encryption.html
  aws_s3_bucket_server_side_encryption_configuration: (values, path) =>
    at(values, [...path.slice(0, -1), "sse_algorithm"]) === "AES256" ? ownedBy("S3") : managedKey("s3"),
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecret.html
  aws_secretsmanager_secret: managedKey("secretsmanager"),
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-server-side-encryption.html
  aws_sqs_queue: ownedBy("SQS"),
};

/** What encrypts a resource with these values where an attribute names no key, in words. */
export function defaultKey(type: string, values: Attributes, path: Path): string {
  const said = defaultKeys[type] ?? "as AWS does by itself: with a key of AWS's own, or not at all";
  return typeof said === "string" ? said : said(values, path);
}
