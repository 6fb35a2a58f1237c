import { BackupVault } from "@cdktf/provider-aws/lib/backup-vault";
import { BackupVaultPolicy } from "@cdktf/provider-aws/lib/backup-vault-policy";
import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import type { LateBoolean } from "../../core/late";
import { copiedByAccounts } from "../encryption/copied-by-accounts";
import { key } from "../encryption/key";
import { backups, grantsThroughServices, throughServices } from "../encryption/statements";

export interface VaultOptions {
  readonly home: Home;
  readonly name: string;
  /** What its key is for. */
  readonly description: string;
  readonly breakGlassRoleNames: string[];
  readonly forceDestroy: LateBoolean;
  /** Accounts whose AWS Backup copies what is encrypted with the vault's key. */
  readonly copiedByAccounts?: readonly string[];
  /** Who else may do what. */
  readonly statements?: readonly DataAwsIamPolicyDocumentStatement[];
}

/**
 * A backup vault under a key of its own, in which a backup stays until its time is over, unless the glass is broken.
 *
 * An administrator can change its policy, as with every policy; a vault lock is what keeps administrators out, too.
 * What AWS Backup itself deletes at the end of its time is no deletion by somebody.
 */
export function vault(scope: Construct, id: string, options: VaultOptions): BackupVault {
  const { home, name, description, breakGlassRoleNames, forceDestroy, statements = [] } = options;
  const vaultKey = key(scope, id, {
    home,
    description,
    alias: `alias/${name}`,
    statements: [
      throughServices(home, "KeepBackups", backups),
      grantsThroughServices(home, "HandOnToBackups", backups),
      ...copiedByAccounts(home, options.copiedByAccounts ?? []),
    ],
  });
  const made = new BackupVault(scope, `${id}-vault`, { name, kmsKeyArn: vaultKey.arn, forceDestroy });
  const document = new DataAwsIamPolicyDocument(scope, `${id}-vault-policy`, {
    statement: [deleteNothing(home, breakGlassRoleNames), ...statements],
  });
  new BackupVaultPolicy(scope, `${id}-policy`, { backupVaultName: made.name, policy: document.json });
  return made;
}

/** Vault policies take no wildcard in an action: https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html */
const deleteNothing = ({ partition, account }: Home, roleNames: string[]): DataAwsIamPolicyDocumentStatement => {
  const role = `arn:${partition}:iam::${account}:role`;
  return {
    sid: "DeleteNothing",
    effect: "Deny",
    principals: [{ type: "*", identifiers: ["*"] }],
    actions: ["backup:DeleteRecoveryPoint", "backup:DisassociateRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
    resources: ["*"],
    condition: [
      {
        test: "ArnNotLike",
        variable: "aws:PrincipalArn",
        values: [`${role}/aws-service-role/backup.amazonaws.com/*`],
      },
      {
        test: "ArnNotEquals",
        variable: "aws:PrincipalArn",
        values: Fn.formatlist(`${role}/%s`, [roleNames]),
      },
    ],
  };
};
