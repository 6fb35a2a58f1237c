import type { Path } from "../../../terraform/plan/decided";

type Where = Readonly<Record<string, Path>>;

/** Where a policy of a principal is: what it may do. */
export const identityPolicies: Where = {
  aws_iam_group_policy: ["policy"],
  aws_iam_policy: ["policy"],
  aws_iam_role_policy: ["policy"],
  aws_iam_user_policy: ["policy"],
  aws_ssoadmin_permission_set_inline_policy: ["inline_policy"],
};

/** Where a policy of a resource is: who may do what with it. */
export const resourcePolicies: Where = {
  aws_api_gateway_rest_api: ["policy"],
  aws_api_gateway_rest_api_policy: ["policy"],
  aws_backup_vault_policy: ["policy"],
  aws_cloudwatch_event_bus_policy: ["policy"],
  aws_cloudwatch_log_resource_policy: ["policy_document"],
  aws_codeartifact_repository_permissions_policy: ["policy_document"],
  aws_dynamodb_resource_policy: ["policy"],
  aws_ecr_registry_policy: ["policy"],
  aws_ecr_repository_policy: ["policy"],
  aws_efs_file_system_policy: ["policy"],
  aws_glue_resource_policy: ["policy"],
  aws_kinesis_resource_policy: ["policy"],
  aws_kms_key: ["policy"],
  aws_kms_key_policy: ["policy"],
  aws_kms_replica_key: ["policy"],
  aws_msk_cluster_policy: ["policy"],
  aws_opensearch_domain: ["access_policies"],
  aws_opensearch_domain_policy: ["access_policies"],
  aws_redshiftserverless_resource_policy: ["policy"],
  aws_s3_access_point: ["policy"],
  aws_s3_bucket: ["policy"],
  aws_s3_bucket_policy: ["policy"],
  aws_s3control_access_point_policy: ["policy"],
  aws_s3tables_table_bucket_policy: ["resource_policy"],
  aws_secretsmanager_secret_policy: ["policy"],
  aws_sesv2_email_identity_policy: ["policy"],
  aws_sns_topic: ["policy"],
  aws_sns_topic_policy: ["policy"],
  aws_sqs_queue: ["policy"],
  aws_sqs_queue_policy: ["policy"],
  aws_vpc_endpoint: ["policy"],
  aws_vpclattice_auth_policy: ["policy"],
};

/** Where the policy is that says who may take a role. */
export const trustPolicies: Where = { aws_iam_role: ["assume_role_policy"] };

/** What a resource policy is of, where the policy is a resource of its own. */
export const ownerOf: Readonly<Record<string, string>> = {
  aws_backup_vault_policy: "backup_vault_name",
  aws_ecr_repository_policy: "repository",
  aws_efs_file_system_policy: "file_system_id",
  aws_kms_key_policy: "key_id",
  aws_opensearch_domain_policy: "domain_name",
  aws_s3_bucket_policy: "bucket",
  aws_secretsmanager_secret_policy: "secret_arn",
  aws_sns_topic_policy: "arn",
  aws_sqs_queue_policy: "queue_url",
};
