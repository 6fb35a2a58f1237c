import { DeleteRecoveryPointCommand, paginateListRecoveryPointsByBackupVault } from "@aws-sdk/client-backup";
import { copyVaultName } from "../../modules/copies/contract";
import { databaseIdentifier } from "../../modules/database/contract";
import { regionPrefix } from "../../regions/wiring/location";
import type { Drill } from "../drill";
import { everyItem } from "../lookup/pages";
import type { At } from "../step";

/**
 * Deletes the backups of a run's databases that AWS Backup copied, by its schedule, into vaults that stay.
 *
 * A drill on AWS takes hours, and backups are made by the hour. Nobody needs these: their database was a drill's own.
 */
export async function deleteCopies(drill: Drill, { say }: At): Promise<void> {
  const { environment, lost, target, run } = drill.settings;
  const databases = [regionPrefix(environment.name, lost.name), run].map(databaseIdentifier);
  for (const region of [target.region, target.copiesTo]) {
    const { backup: client } = drill.need("aws")(region);
    const BackupVaultName = copyVaultName(regionPrefix(environment.name, region));
    const points = await everyItem(
      paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName }),
      ({ RecoveryPoints }) => RecoveryPoints,
    );
    for (const { RecoveryPointArn, ResourceArn = "" } of points) {
      if (!databases.includes(ResourceArn.split(":").at(-1) ?? "")) continue;
      say(`deleting ${RecoveryPointArn}`);
      await client.send(new DeleteRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }));
    }
  }
}
