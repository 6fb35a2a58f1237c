import type { Need } from "../need";

/**
 * What is done with a key for the caller, by way of a service.
 *
 * https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
 */
const usesKeysBy: Readonly<Record<string, readonly [service: string, ...actions: string[]]>> = {
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/access-control.html#backup-api-permissions-ref
  "backup:CreateBackupVault": ["backup", "CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey", "RetireGrant"],
  "dynamodb:DeleteItem": ["dynamodb", "Decrypt"],
  "dynamodb:GetItem": ["dynamodb", "Decrypt"],
  "dynamodb:PutItem": ["dynamodb", "Decrypt"],
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
  "dynamodb:CreateTable": ["dynamodb", "CreateGrant", "Decrypt", "DescribeKey"],
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ebs-encryption-requirements.html
  "ec2:CopyImage": [
    "ec2",
    ...["CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKeyWithoutPlaintext", "ReEncryptFrom", "ReEncryptTo"],
  ],
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/at-rest-encryption.html
  "elasticache:CreateReplicationGroup": ["elasticache", "CreateGrant", "DescribeKey"],
  // https://docs.aws.amazon.com/firehose/latest/APIReference/API_StartDeliveryStreamEncryption.html
  "firehose:StartDeliveryStreamEncryption": ["firehose", "CreateGrant"],
  // https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html
  "lambda:CreateFunction": ["lambda", "CreateGrant", "Decrypt", "Encrypt"],
  "lambda:GetFunction": ["lambda", "Decrypt"],
  "lambda:GetFunctionConfiguration": ["lambda", "Decrypt"],
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html
  "rds:CopyDBClusterSnapshot": ["rds", "CreateGrant", "DescribeKey"],
  "rds:CopyDBSnapshot": ["rds", "CreateGrant", "DescribeKey"],
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html#rds-secrets-manager-permissions
  "rds:CreateDBCluster": ["rds", "CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
  "rds:CreateDBInstance": ["rds", "CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
  "rds:RestoreDBClusterFromSnapshot": ["rds", "CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
  "rds:RestoreDBInstanceFromDBSnapshot": ["rds", "CreateGrant", "Decrypt", "DescribeKey", "GenerateDataKey"],
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
  "s3:GetObject": ["s3", "Decrypt"],
  "s3:PutObject": ["s3", "GenerateDataKey"],
  // https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html
  "secretsmanager:CreateSecret": ["secretsmanager", "Decrypt", "GenerateDataKey"],
  "secretsmanager:GetSecretValue": ["secretsmanager", "Decrypt"],
  "secretsmanager:PutSecretValue": ["secretsmanager", "Decrypt", "GenerateDataKey"],
};

/** What an action asks for to use a key. */
export function keysBeside({ action }: Need): Need[] {
  const [via, ...names] = usesKeysBy[action] ?? [];
  return names.map((name) => ({
    action: `kms:${name}`,
    context: { "kms:ViaService": `${via}.{region}.amazonaws.com` },
  }));
}
