/**
 * AWS managed rules that matter to the platform: encrypted at rest and in transit, private, watched, backed up.
 *
 * https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html
 */
export const configRules = [
  "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK",
  "CLOUD_TRAIL_ENABLED",
  "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
  "DYNAMODB_PITR_ENABLED",
  "EC2_IMDSV2_CHECK",
  "EC2_INSTANCE_NO_PUBLIC_IP",
  "ENCRYPTED_VOLUMES",
  "GUARDDUTY_ENABLED_CENTRALIZED",
  "RDS_CLUSTER_DELETION_PROTECTION_ENABLED",
  "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
  "RDS_STORAGE_ENCRYPTED",
  "S3_BUCKET_PUBLIC_READ_PROHIBITED",
  "S3_BUCKET_SSL_REQUESTS_ONLY",
  "SNS_ENCRYPTED_KMS",
  "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
  "VPC_FLOW_LOGS_ENABLED",
] as const;
