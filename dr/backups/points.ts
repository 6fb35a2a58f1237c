import { DeleteRecoveryPointCommand, paginateListRecoveryPointsByBackupVault } from "@aws-sdk/client-backup";
import type { Aws } from "../aws";
import { unlessAbsent } from "../inventory/answers";
import { findSnapshot } from "../lookup/db-snapshot";
import { everyItem } from "../lookup/pages";

/** The recovery points of a vault; none where there is no vault, which AWS does not tell from one that nobody may see. */
export async function pointsIn({ backup: client }: Aws, BackupVaultName: string) {
  const asked = everyItem(
    paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName }),
    ({ RecoveryPoints }) => RecoveryPoints,
  );
  return (await unlessAbsent(asked, "ResourceNotFoundException", "AccessDeniedException")) ?? [];
}

/**
 * Those of a vault that a run has made: the one of an ARN; where that was not written down before the run ended, all whose
 * snapshots carry the run's mark.
 */
export async function pointsOf(aws: Aws, vaultName: string, { arn, run }: { arn?: string; run: string }) {
  const arns = (await pointsIn(aws, vaultName)).flatMap(({ RecoveryPointArn }) => RecoveryPointArn ?? []);
  if (arn !== undefined) return arns.filter((one) => one === arn);
  const marked = await Promise.all(arns.map(async (one) => (await findSnapshot(aws, one))?.run === run));
  return arns.filter((_, at) => marked[at]);
}

/** Deletes a recovery point, and with it its snapshot: RDS deletes none that AWS Backup has made. */
export const deletePoint = async (
  { backup }: Aws,
  BackupVaultName: string,
  RecoveryPointArn: string,
): Promise<void> => {
  await backup.send(new DeleteRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }));
};
