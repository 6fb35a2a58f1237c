/** What destroys data or evidence: neither services nor workflows do it, but people, with Terraform. */
export const destroying = [
  "backup:DeleteBackupVault*",
  "backup:DeleteRecoveryPoint",
  "backup:DisassociateRecoveryPoint*",
  "backup:UpdateRecoveryPointLifecycle",
  "kms:DeleteImportedKeyMaterial",
  "kms:DisableKey",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "logs:DeleteLogGroup",
  "logs:DeleteLogStream",
  "s3:BypassGovernanceRetention",
  "s3:DeleteBucket*",
];

/** What AWS Backup does to have a database's snapshot copied into another account. */
export const sharingSnapshots = ["rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute"];

/** What gives copies of data to another account. */
export const sharing = [
  "backup:PutBackupVaultSharingPolicy",
  "ec2:CreateStoreImageTask",
  "ec2:ModifyImageAttribute",
  "ec2:ModifySnapshotAttribute",
  ...sharingSnapshots,
  "rds:StartExportTask",
];
