import {
  CreateBackupPlanCommand,
  CreateBackupSelectionCommand,
  CreateBackupVaultCommand,
} from "@aws-sdk/client-backup";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { CreateKeyCommand } from "@aws-sdk/client-kms";
import type { Aws } from "../../../dr/aws";
import { need } from "./need";

const trust = { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" };

/** A plan that backs a database up and copies each backup into a vault in another region, under a key there. */
export async function makeBackups(aws: Aws, elsewhere: Aws, prefix: string, copiesTo?: string) {
  const { KeyMetadata } = await elsewhere.kms.send(new CreateKeyCommand({}));
  const vault = { BackupVaultName: `${prefix}-copies`, EncryptionKeyArn: KeyMetadata?.Arn };
  const { BackupVaultArn } = await elsewhere.backup.send(new CreateBackupVaultCommand(vault));
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
  const role = await aws.iam.send(new CreateRoleCommand({ RoleName: `${prefix}-backup`, AssumeRolePolicyDocument }));
  const vaultArn = copiesTo ?? need(BackupVaultArn);
  await makePlan(aws, prefix, need(role.Role?.Arn), [{ DestinationBackupVaultArn: vaultArn }]);
  return { copyKeyId: need(KeyMetadata?.KeyId), copyVaultArn: vaultArn, backupRoleArn: need(role.Role?.Arn) };
}

/** A plan with one rule, which selects the cluster of a prefix. */
export async function makePlan(
  { backup, region }: Aws,
  prefix: string,
  IamRoleArn: string,
  CopyActions: { DestinationBackupVaultArn: string }[],
): Promise<void> {
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: "shop", CopyActions }];
  const plan = { BackupPlanName: `${prefix}-${CopyActions.length}`, Rules };
  const { BackupPlanId } = await backup.send(new CreateBackupPlanCommand({ BackupPlan: plan }));
  const Resources = [`arn:aws:rds:${region}:123456789012:cluster:${prefix}-orders`];
  const selection = { SelectionName: "database", IamRoleArn, Resources };
  await backup.send(new CreateBackupSelectionCommand({ BackupPlanId, BackupSelection: selection }));
}
