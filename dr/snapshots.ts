import {
  CopyDBClusterSnapshotCommand,
  CopyDBSnapshotCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBSnapshotCommand,
  DeleteDBClusterSnapshotCommand,
  DeleteDBSnapshotCommand,
  type RDSClient,
  waitUntilDBClusterSnapshotAvailable,
  waitUntilDBSnapshotAvailable,
} from "@aws-sdk/client-rds";

interface Taken {
  readonly arn?: string;
  readonly takenAt?: Date;
}

/** What is done with snapshots, in the calls of one kind of them. */
export interface Snapshots {
  take(
    rds: RDSClient,
    of: { readonly database: string; readonly identifier: string },
    signal: AbortSignal,
  ): Promise<Taken>;
  /** Copies the snapshot with the ARN `source` into the region of `rds`, under a key of that region. */
  copy(
    rds: RDSClient,
    of: { readonly source: string; readonly identifier: string; readonly key: string },
    signal: AbortSignal,
  ): Promise<Taken>;
  /** Nothing happens when it is gone already. */
  remove(rds: RDSClient, identifier: string): Promise<void>;
}

const maxWaitTime = 1800;

const ofClusters: Snapshots = {
  take: async (rds, { database, identifier }, abortSignal) => {
    const input = { DBClusterIdentifier: database, DBClusterSnapshotIdentifier: identifier };
    await rds.send(new CreateDBClusterSnapshotCommand(input), { abortSignal });
    return clusterSnapshot(rds, identifier, abortSignal);
  },
  copy: async (rds, { source, identifier, key }, abortSignal) => {
    const to = { TargetDBClusterSnapshotIdentifier: identifier, KmsKeyId: key, CopyTags: true };
    await rds.send(new CopyDBClusterSnapshotCommand({ SourceDBClusterSnapshotIdentifier: source, ...to }), {
      abortSignal,
    });
    return clusterSnapshot(rds, identifier, abortSignal);
  },
  remove: (rds, identifier) =>
    unlessGone(rds.send(new DeleteDBClusterSnapshotCommand({ DBClusterSnapshotIdentifier: identifier }))),
};

const ofInstances: Snapshots = {
  take: async (rds, { database, identifier }, abortSignal) => {
    const input = { DBInstanceIdentifier: database, DBSnapshotIdentifier: identifier };
    await rds.send(new CreateDBSnapshotCommand(input), { abortSignal });
    return instanceSnapshot(rds, identifier, abortSignal);
  },
  copy: async (rds, { source, identifier, key }, abortSignal) => {
    const to = { TargetDBSnapshotIdentifier: identifier, KmsKeyId: key, CopyTags: true };
    await rds.send(new CopyDBSnapshotCommand({ SourceDBSnapshotIdentifier: source, ...to }), { abortSignal });
    return instanceSnapshot(rds, identifier, abortSignal);
  },
  remove: (rds, identifier) => unlessGone(rds.send(new DeleteDBSnapshotCommand({ DBSnapshotIdentifier: identifier }))),
};

/** By the engine of the database: Aurora's snapshots are of clusters, those of RDS of instances. */
export const snapshotsOf = { aurora: ofClusters, global: ofClusters, replica: ofClusters, rds: ofInstances } as const;

async function clusterSnapshot(client: RDSClient, identifier: string, abortSignal: AbortSignal): Promise<Taken> {
  const { reason } = await waitUntilDBClusterSnapshotAvailable(
    { client, maxWaitTime, abortSignal },
    { DBClusterSnapshotIdentifier: identifier },
  );
  const [snapshot] = reason.DBClusterSnapshots ?? [];
  return { arn: snapshot?.DBClusterSnapshotArn, takenAt: snapshot?.SnapshotCreateTime };
}

async function instanceSnapshot(client: RDSClient, identifier: string, abortSignal: AbortSignal): Promise<Taken> {
  const { reason } = await waitUntilDBSnapshotAvailable(
    { client, maxWaitTime, abortSignal },
    { DBSnapshotIdentifier: identifier },
  );
  const [snapshot] = reason.DBSnapshots ?? [];
  return { arn: snapshot?.DBSnapshotArn, takenAt: snapshot?.SnapshotCreateTime };
}

/** Whether a snapshot was refused because one of that name was there before: that one is somebody's. */
export const wasThereAlready = (error: unknown): boolean =>
  error instanceof Error &&
  ["DBClusterSnapshotAlreadyExistsFault", "DBSnapshotAlreadyExistsFault", "DBSnapshotAlreadyExists"].includes(
    error.name,
  );

async function unlessGone(removed: Promise<unknown>): Promise<void> {
  try {
    await removed;
  } catch (error) {
    const gone = ["DBClusterSnapshotNotFoundFault", "DBSnapshotNotFoundFault", "DBSnapshotNotFound"];
    if (!(error instanceof Error && gone.includes(error.name))) throw error;
  }
}
