import { databaseIdentifier } from "../../modules/database/contract";
import { regionPrefix, stackId } from "../../regions/wiring/location";
import type { DrillWith } from "../drill";
import { terraformRoot } from "../roots";
import type { Snapshots } from "../snapshots/kind";
import { snapshotsOf } from "../snapshots/snapshots";
import { type At, step } from "../step";
import { takeBack } from "../take-back";

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
    const kind = snapshotsOf[lost.database.engine];
    const database = databaseIdentifier(regionPrefix(environment.name, lost.name));
    const [sourceIdentifier, copyIdentifier] = snapshotNames(run);

    at.say(`taking ${sourceIdentifier} of ${database}`);
    const { arn: from, takenAt } = await made(drill, at, {
      ...{ kind, region: lost.name, identifier: sourceIdentifier },
      begin: () => kind.take(aws(lost.name).rds, { database, identifier: sourceIdentifier, run }),
    });
    if (!from || !takenAt) throw new Error(`${sourceIdentifier}: AWS says neither its ARN nor when it was taken.`);

    at.say(`copying ${from}`);
    const key = await snapshotKey(drill, at);
    const { arn } = await made(drill, at, {
      ...{ kind, region: target.region, identifier: copyIdentifier },
      begin: () => kind.copy(aws(target.region).rds, { source: from, identifier: copyIdentifier, key, run }),
    });
    if (!arn) throw new Error(`${copyIdentifier}: AWS does not say its ARN.`);
    drill.found.snapshot = { takenAt: takenAt.getTime(), sourceIdentifier, copyIdentifier, copyArn: arn };
  },
  undo: {
    title: "Delete the snapshots",
    run: (drill, at) => takeBack(drill.made, { run: drill.settings.run, aws: drill.need("aws") }, at),
  },
});

/** One snapshot, and how it is begun. */
interface Begun {
  readonly kind: Snapshots;
  readonly region: string;
  readonly identifier: string;
  begin(): Promise<string | undefined>;
}

/** Makes a snapshot that is written down before, and waits until it can be restored from. */
async function made(drill: DrillWith<"aws">, { signal }: At, { kind, region, identifier, begin }: Begun) {
  signal.throwIfAborted();
  await drill.made.make({ type: kind.type, name: identifier, region }, begin);
  return kind.available(drill.need("aws")(region).rds, identifier, signal);
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
