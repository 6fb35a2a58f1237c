import { copyVaultName } from "../../modules/copies/contract";
import { copyVaultArn, regionPrefix } from "../../regions/wiring/location";
import { type BackedUp, backUp, copyInto, type Ended } from "../backups/jobs";
import type { DrillWith } from "../drill";
import { backedUpBy } from "../lookup/backups";
import { databaseArn } from "../lookup/database-arn";
import { step } from "../step";
import { takeBack } from "../take-back";

export const backUpDatabase = step({
  title: "Back up the database and copy that to the target region",
  about:
    "Has AWS Backup back up the database and copy that into the vault of the target region, on demand: with the vault and the role of the region's backup plan, as its schedule does.",
  needs: ["aws"],
  gives: ["snapshot"],
  run: async (drill, { signal, say }) => {
    const { run, environment, lost, target } = drill.settings;
    const aws = drill.need("aws")(lost.name);
    const database = databaseArn(drill.settings, lost.name, regionPrefix(environment.name, lost.name));
    say(`backing up ${database}`);
    const plan = await backedUpBy(aws, database);
    if (!plan) throw new Error(`${database} is in no backup plan: nothing of it would be left after a loss.`);
    const of: BackedUp = { databaseArn: database, ...plan };
    const backup = await made(drill, { region: lost.name, vault: of.vaultName }, () =>
      backUp(aws, { ...of, run }, signal),
    );

    say(`copying ${backup.recoveryPointArn}`);
    const to = { region: target.region, vault: copyVaultName(regionPrefix(environment.name, target.region)) };
    const destinationVaultArn = copyVaultArn(environment, target.region);
    const { recoveryPointArn } = backup;
    const copy = await made(drill, to, () => copyInto(aws, { ...of, recoveryPointArn, destinationVaultArn }, signal));
    drill.found.snapshot = {
      takenAt: backup.createdAt.getTime(),
      copyArn: copy.recoveryPointArn,
      backupSeconds: backup.seconds,
      copySeconds: copy.seconds,
    };
  },
  undo: {
    title: "Delete the backups",
    run: (drill, at) => takeBack(drill.made, { run: drill.settings.run, aws: drill.need("aws") }, at),
  },
});

/** Makes a recovery point in a vault that is written down before. */
async function made(
  drill: DrillWith<"aws">,
  { region, vault }: { readonly region: string; readonly vault: string },
  work: () => Promise<Ended>,
): Promise<Ended> {
  let ended: Ended | undefined;
  await drill.made.make({ type: "aws_backup_recovery_point", name: vault, region }, async () => {
    ended = await work();
    return ended.recoveryPointArn;
  });
  if (!ended) throw new Error(`${vault}: nothing was made.`);
  return ended;
}
