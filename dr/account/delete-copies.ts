import { DeleteRecoveryPointCommand, paginateListRecoveryPointsByBackupVault } from "@aws-sdk/client-backup";
import { copyVaultName } from "../../modules/copies/contract";
import { regionPrefix } from "../../regions/wiring/location";
import type { Drill, DrillWith } from "../drill";
import { databaseArn } from "../lookup/database-arn";
import { everyItem } from "../lookup/pages";
import type { At } from "../step";

/** When what a run made may have stood. */
export interface Stood {
  readonly from: Date;
  readonly to: Date;
}

/**
 * Deletes the backups of a run's own databases that AWS Backup copied, by its schedule, into vaults that stay.
 *
 * A drill on AWS takes hours, and backups are made by the hour. Nobody needs these: their database was a drill's own. The
 * region's database before and after the run has the same ARN, so a backup from before or after is somebody's, and stays.
 */
export async function deleteCopies(drill: DrillWith<"aws">, { from, to }: Stood, { say }: At): Promise<void> {
  const { environment, target } = drill.settings;
  const databases = databaseArns(drill);
  for (const region of [target.region, target.copiesTo]) {
    const { backup: client } = drill.need("aws")(region);
    const BackupVaultName = copyVaultName(regionPrefix(environment.name, region));
    const points = await everyItem(
      paginateListRecoveryPointsByBackupVault({ client }, { BackupVaultName }),
      ({ RecoveryPoints }) => RecoveryPoints,
    );
    for (const { RecoveryPointArn, ResourceArn = "", CreationDate } of points) {
      // A copy has the date of the backup that it is of: https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
      const ofTheRun =
        databases.includes(ResourceArn) && CreationDate !== undefined && CreationDate >= from && CreationDate <= to;
      if (!ofTheRun) continue;
      say(`deleting ${RecoveryPointArn}`);
      await client.send(new DeleteRecoveryPointCommand({ BackupVaultName, RecoveryPointArn }));
    }
  }
}

/** The databases that the run makes: the one that it loses, and the one that it recovers. */
function databaseArns({ settings }: Pick<Drill, "settings">): string[] {
  const { environment, lost, target, run } = settings;
  return [
    databaseArn(settings, lost.name, regionPrefix(environment.name, lost.name)),
    databaseArn(settings, target.region, run),
  ];
}
