import {
  type BackupVaultListMember,
  GetBackupVaultAccessPolicyCommand,
  GetBackupVaultNotificationsCommand,
  paginateListBackupVaults,
  paginateListRecoveryPointsByBackupVault,
} from "@aws-sdk/client-backup";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given, unlessAbsent } from "../answers";
import type { Item } from "../item";
import { policy } from "../policy";
import type { Reader } from "../reader";

const absent = "ResourceNotFoundException";

/** AWS Backup's vaults with their policies, locks and notifications, and every backup in them. */
export const backupVaults: Reader = {
  service: "Backup",
  async list(aws) {
    const vaults = await everyItem(
      paginateListBackupVaults({ client: aws.backup }, {}),
      ({ BackupVaultList }) => BackupVaultList,
    );
    return (await Promise.all(vaults.map((vault) => items(aws, vault)))).flat();
  },
};

async function items({ backup: client }: Aws, vault: BackupVaultListMember): Promise<Item[]> {
  const { BackupVaultName } = vault;
  const [access, notifications, points] = await Promise.all([
    unlessAbsent(client.send(new GetBackupVaultAccessPolicyCommand({ BackupVaultName })), absent),
    unlessAbsent(client.send(new GetBackupVaultNotificationsCommand({ BackupVaultName })), absent),
    everyItem(
      paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName }),
      ({ RecoveryPoints }) => RecoveryPoints,
    ),
  ]);
  return [
    {
      type: "aws_backup_vault",
      id: given(vault.BackupVaultArn),
      name: BackupVaultName,
      settings: {
        kmsKey: vault.EncryptionKeyArn,
        locked: vault.Locked ?? false,
        minRetentionDays: vault.MinRetentionDays,
        maxRetentionDays: vault.MaxRetentionDays,
        // Until then, a lock in compliance mode can still be taken off.
        lockedForEver: vault.LockDate !== undefined,
        policy: policy(access?.Policy),
        topic: notifications?.SNSTopicArn,
        events: notifications?.BackupVaultEvents,
      },
    },
    // Terraform has no type for a backup.
    ...points.map(({ RecoveryPointArn, ResourceArn, ResourceType, EncryptionKeyArn }) => ({
      type: "recovery point",
      id: given(RecoveryPointArn),
      settings: { vault: BackupVaultName, resource: ResourceArn, resourceType: ResourceType, kmsKey: EncryptionKeyArn },
    })),
  ];
}
