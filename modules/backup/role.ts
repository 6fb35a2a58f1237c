import type { Construct } from "constructs";
import { serviceRole } from "../blocks/service-role/service-role";
import { copyVaultName } from "../copies/contract";
import type { BoundedHome } from "../core/home";

interface BackupRoleOptions {
  readonly name: string;
  readonly databaseArn: string;
  readonly vaultArn: string;
  /** The vault in another account that backups are copied to, if any. */
  readonly otherAccountsVaultArn: string | undefined;
}

/**
 * The role that AWS Backup works with: snapshots of this database, copies of them into vaults for copies, nothing else. Where
 * they are copied into another account, it shares them with that: AWS Backup there copies what is shared.
 *
 * What AWS's own policy for it allows for every resource is in
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html
 */
export function backupRole(
  scope: Construct,
  home: BoundedHome,
  { name, databaseArn, vaultArn, otherAccountsVaultArn }: BackupRoleOptions,
): string {
  const { partition, account } = home;
  // In every region: a copy's snapshot is in the region of its vault.
  const snapshots = ["cluster-snapshot", "snapshot"].map(
    (kind) => `arn:${partition}:rds:*:${account}:${kind}:awsbackup:*`,
  );
  const vaults = [vaultArn, `arn:${partition}:backup:*:${account}:backup-vault:${copyVaultName("*")}`];
  const role = serviceRole(scope, "role", {
    home,
    name,
    service: "backup.amazonaws.com",
    statements: [
      {
        sid: "TakeSnapshots",
        actions: ["rds:CreateDBClusterSnapshot", "rds:CreateDBSnapshot", "rds:AddTagsToResource"],
        resources: [databaseArn, ...snapshots],
      },
      {
        sid: "CopyAndExpireSnapshots",
        actions: [
          "rds:CopyDBClusterSnapshot",
          "rds:CopyDBSnapshot",
          "rds:DeleteDBClusterSnapshot",
          "rds:DeleteDBSnapshot",
        ],
        resources: snapshots,
      },
      ...(otherAccountsVaultArn === undefined
        ? []
        : [
            {
              sid: "ShareSnapshots",
              actions: ["rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute"],
              resources: snapshots,
            },
          ]),
      {
        sid: "Look",
        actions: [
          "rds:DescribeDBClusterAutomatedBackups",
          "rds:DescribeDBClusterSnapshots",
          "rds:DescribeDBClusters",
          "rds:DescribeDBInstances",
          "rds:DescribeDBSnapshots",
          "rds:ListTagsForResource",
          "tag:GetResources",
        ],
        resources: ["*"],
      },
      {
        sid: "FillVaults",
        actions: ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
        resources: otherAccountsVaultArn === undefined ? vaults : [...vaults, otherAccountsVaultArn],
      },
      // A backup of RDS is named by its snapshot.
      { sid: "CopyFromVaults", actions: ["backup:CopyFromBackupVault"], resources: [...vaults, ...snapshots] },
      { sid: "SeeKeys", actions: ["kms:DescribeKey"], resources: [`arn:${partition}:kms:*:${account}:key/*`] },
      {
        sid: "HandOnKeys",
        actions: ["kms:CreateGrant"],
        resources: [`arn:${partition}:kms:*:${account}:key/*`],
        condition: [{ test: "Bool", variable: "kms:GrantIsForAWSResource", values: ["true"] }],
      },
    ],
  });
  return role.arn;
}
