import {
  CopyDBClusterSnapshotCommand,
  CreateDBClusterSnapshotCommand,
  DeleteDBClusterSnapshotCommand,
  waitUntilDBClusterSnapshotAvailable,
} from "@aws-sdk/client-rds";
import { regionPrefix, stackId } from "../../regions/location";
import type { Aws } from "../aws";
import type { Drill } from "../drill";
import { terraformRoot } from "../roots";
import type { At, Step } from "../step";

/** Takes a snapshot of the source's database and copies it into the target region, under the key that is ready there. */
export const backUpDatabase: Step = {
  title: "Back up the database and copy the snapshot to the target region",
  run: async (drill, at) => {
    const { run, environment, lost, target } = drill.settings;
    const aws = drill.need("aws");
    drill.snapshots.set(`${run}-orders`, lost.name);
    const source = await takeSnapshot(
      aws(lost.name),
      at,
      `${regionPrefix(environment.name, lost.name)}-orders`,
      `${run}-orders`,
    );
    at.say(`copying ${source.arn}`);
    drill.snapshots.set(`${run}-orders-copy`, target.region);
    const copyArn = await copySnapshot(
      aws(target.region),
      at,
      source.arn,
      `${run}-orders-copy`,
      await snapshotKey(drill, at),
    );
    drill.found.snapshot = {
      takenAt: source.takenAt,
      sourceIdentifier: `${run}-orders`,
      copyIdentifier: `${run}-orders-copy`,
      copyArn,
    };
  },
  undo: {
    title: "Delete the snapshots",
    run: async (drill) => {
      const aws = drill.need("aws");
      for (const [identifier, region] of drill.snapshots) {
        await deleteSnapshot(aws(region), identifier);
        drill.snapshots.delete(identifier);
      }
    },
  },
};

async function takeSnapshot(
  { rds }: Aws,
  { say, signal }: At,
  cluster: string,
  identifier: string,
): Promise<{ arn: string; takenAt: number }> {
  say(`taking ${identifier} of ${cluster}`);
  const options = { abortSignal: signal };
  await rds.send(
    new CreateDBClusterSnapshotCommand({ DBClusterIdentifier: cluster, DBClusterSnapshotIdentifier: identifier }),
    options,
  );
  const { reason } = await waitUntilDBClusterSnapshotAvailable(
    { client: rds, maxWaitTime: 1800, abortSignal: signal },
    { DBClusterSnapshotIdentifier: identifier },
  );
  const [snapshot] = reason.DBClusterSnapshots ?? [];
  if (!snapshot?.DBClusterSnapshotArn || !snapshot.SnapshotCreateTime)
    throw new Error(`${identifier}: AWS says neither its ARN nor when it was taken.`);
  return { arn: snapshot.DBClusterSnapshotArn, takenAt: snapshot.SnapshotCreateTime.getTime() };
}

async function copySnapshot(
  { rds }: Aws,
  { signal }: At,
  source: string,
  identifier: string,
  key: string,
): Promise<string> {
  await rds.send(
    new CopyDBClusterSnapshotCommand({
      SourceDBClusterSnapshotIdentifier: source,
      TargetDBClusterSnapshotIdentifier: identifier,
      KmsKeyId: key,
      CopyTags: true,
    }),
    { abortSignal: signal },
  );
  const { reason } = await waitUntilDBClusterSnapshotAvailable(
    { client: rds, maxWaitTime: 1800, abortSignal: signal },
    { DBClusterSnapshotIdentifier: identifier },
  );
  const arn = reason.DBClusterSnapshots?.[0]?.DBClusterSnapshotArn;
  if (!arn) throw new Error(`${identifier}: AWS does not say its ARN.`);
  return arn;
}

async function snapshotKey(drill: Drill, { signal }: At): Promise<string> {
  const { environment, target } = drill.settings;
  const standby = terraformRoot(
    drill,
    drill.need("source").folder,
    stackId(environment.name, target.region, "standby"),
  );
  const { snapshot_key_arn: key } = await standby.outputs(signal);
  if (typeof key !== "string")
    throw new Error(`${standby.id} has no output snapshot_key_arn, the key that the copy is made with.`);
  return key;
}

async function deleteSnapshot({ rds }: Aws, identifier: string): Promise<void> {
  try {
    await rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: identifier }));
  } catch (error) {
    if (!(error instanceof Error && error.name === "DBClusterSnapshotNotFoundFault")) throw error;
  }
}
