import { databaseIdentifier } from "../../modules/database/contract";
import { regionPrefix, stackId } from "../../regions/wiring/location";
import type { Drill, DrillWith } from "../drill";
import { terraformRoot } from "../roots";
import { snapshotsOf, wasThereAlready } from "../snapshots";
import { type At, step } from "../step";

/** Identifiers of a run's snapshots: the one in the source, and its copy in the target. */
export const snapshotNames = (run: string) => [databaseIdentifier(run), `${databaseIdentifier(run)}-copy`] as const;

export const backUpDatabase = step({
  title: "Back up the database and copy the snapshot to the target region",
  about:
    "Takes a snapshot of the database and copies it to the target region, encrypted with the key that is ready there.",
  needs: ["aws", "childEnvironment", "source"],
  gives: ["snapshot"],
  run: async (drill, at) => {
    const { run, environment, lost, target } = drill.settings;
    const aws = drill.need("aws");
    const { take, copy } = snapshotsOf[lost.database.engine];
    const database = databaseIdentifier(regionPrefix(environment.name, lost.name));
    const [sourceIdentifier, copyIdentifier] = snapshotNames(run);

    at.say(`taking ${sourceIdentifier} of ${database}`);
    const { arn: from, takenAt } = await made(drill, [sourceIdentifier, lost.name], () =>
      take(aws(lost.name).rds, { database, identifier: sourceIdentifier }, at.signal),
    );
    if (!from || !takenAt) throw new Error(`${sourceIdentifier}: AWS says neither its ARN nor when it was taken.`);

    at.say(`copying ${from}`);
    const key = await snapshotKey(drill, at);
    const { arn } = await made(drill, [copyIdentifier, target.region], () =>
      copy(aws(target.region).rds, { source: from, identifier: copyIdentifier, key }, at.signal),
    );
    if (!arn) throw new Error(`${copyIdentifier}: AWS does not say its ARN.`);
    drill.found.snapshot = { takenAt: takenAt.getTime(), sourceIdentifier, copyIdentifier, copyArn: arn };
  },
  undo: {
    title: "Delete the snapshots",
    run: async (drill) => {
      const aws = drill.need("aws");
      for (const [identifier, region] of drill.snapshots) {
        await snapshotsOf[drill.settings.lost.database.engine].remove(aws(region).rds, identifier);
        drill.snapshots.delete(identifier);
      }
    },
  },
});

/** Remembers a snapshot from when it may have begun, unless AWS says that there was one of that name. */
async function made<T>(
  { snapshots }: Pick<Drill, "snapshots">,
  [identifier, region]: readonly [identifier: string, region: string],
  make: () => Promise<T>,
): Promise<T> {
  snapshots.set(identifier, region);
  try {
    return await make();
  } catch (error) {
    if (wasThereAlready(error)) snapshots.delete(identifier);
    throw error;
  }
}

async function snapshotKey(drill: DrillWith<"source" | "childEnvironment">, { signal }: At): Promise<string> {
  const { environment, target } = drill.settings;
  const id = stackId(environment.name, target.region, "standby");
  const standby = terraformRoot(drill, { ...drill.need("source"), id });
  const { snapshot_key_arn: key } = await standby.outputs(signal);
  if (typeof key !== "string")
    throw new Error(`${standby.id} has no output snapshot_key_arn, the key that the copy is made with.`);
  return key;
}
