import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { is } from "../blocks/encryption/uses";
import { copyVaultName } from "../copies/contract";
import type { Home } from "../core/home";

export interface BackupRole {
  readonly arn: string;
  readonly permission: ITerraformDependable;
}

interface Given {
  readonly name: string;
  readonly databaseArn: string;
  readonly vaultArn: string;
}

/**
 * The role that AWS Backup works with: snapshots of this database, copies of them into vaults for copies, nothing else.
 *
 * What AWS's own policy for it allows for every resource is in
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceRolePolicyForBackup.html
 */
export function backupRole(scope: Construct, home: Home, { name, databaseArn, vaultArn }: Given): BackupRole {
  const { partition, account, boundaryArn } = home;
  const trust = new DataAwsIamPolicyDocument(scope, "trust", {
    statement: [
      {
        principals: [{ type: "Service", identifiers: ["backup.amazonaws.com"] }],
        actions: ["sts:AssumeRole"],
        condition: [is("aws:SourceAccount", account)],
      },
    ],
  });
  const role = new IamRole(scope, "role", {
    name,
    assumeRolePolicy: trust.json,
    permissionsBoundary: boundaryArn,
  });
  // In every region: a copy's snapshot is in the region of its vault.
  const snapshots = ["cluster-snapshot", "snapshot"].map(
    (kind) => `arn:${partition}:rds:*:${account}:${kind}:awsbackup:*`,
  );
  const vaults = [vaultArn, `arn:${partition}:backup:*:${account}:backup-vault:${copyVaultName("*")}`];
  const document = new DataAwsIamPolicyDocument(scope, "permissions", {
    statement: [
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
        resources: vaults,
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
  const permission = new IamRolePolicy(scope, "policy", { name, role: role.id, policy: document.json });
  return { arn: role.arn, permission };
}
