import {
  DBClusterSnapshotNotFoundFault,
  DBSnapshotNotFoundFault,
  DescribeDBClusterSnapshotsCommand,
  DescribeDBSnapshotsCommand,
} from "@aws-sdk/client-rds";
import type { Aws } from "../aws";
import { runIn } from "../snapshots/marks";

/** A snapshot of a cluster or of an instance, in the same words. */
export interface DatabaseSnapshot {
  readonly status: string | undefined;
  readonly encrypted: boolean | undefined;
  readonly keyArn: string | undefined;
  readonly takenAt: Date | undefined;
  /** The run that it is marked with. */
  readonly run: string | undefined;
  readonly engine: Readonly<Record<"Engine" | "EngineVersion" | "MasterUsername", string | undefined>>;
}

const ofCluster = ":cluster-snapshot:";
const ofInstance = ":snapshot:";

/** The identifier in a snapshot's ARN. */
export const identifierIn = (arn: string): string | undefined =>
  arn.split(arn.includes(ofCluster) ? ofCluster : ofInstance)[1];

/** The snapshot of an ARN, if it is there. */
export async function findSnapshot(aws: Aws, arn: string): Promise<DatabaseSnapshot | undefined> {
  try {
    return await (arn.includes(ofCluster) ? clusterSnapshot(aws, arn) : instanceSnapshot(aws, arn));
  } catch (error) {
    if (error instanceof DBClusterSnapshotNotFoundFault || error instanceof DBSnapshotNotFoundFault) return undefined;
    throw error;
  }
}

async function clusterSnapshot({ rds }: Aws, arn: string): Promise<DatabaseSnapshot | undefined> {
  const command = new DescribeDBClusterSnapshotsCommand({ DBClusterSnapshotIdentifier: identifierIn(arn) });
  const found = (await rds.send(command)).DBClusterSnapshots?.find((one) => one.DBClusterSnapshotArn === arn);
  return found && described(found, found.StorageEncrypted);
}

async function instanceSnapshot({ rds }: Aws, arn: string): Promise<DatabaseSnapshot | undefined> {
  const command = new DescribeDBSnapshotsCommand({ DBSnapshotIdentifier: identifierIn(arn) });
  const found = (await rds.send(command)).DBSnapshots?.find((one) => one.DBSnapshotArn === arn);
  return found && described(found, found.Encrypted);
}

interface Told {
  readonly Status?: string;
  readonly KmsKeyId?: string;
  readonly SnapshotCreateTime?: Date;
  readonly TagList?: Parameters<typeof runIn>[0];
  readonly Engine?: string;
  readonly EngineVersion?: string;
  readonly MasterUsername?: string;
}

const described = (told: Told, encrypted: boolean | undefined): DatabaseSnapshot => ({
  status: told.Status,
  encrypted,
  keyArn: told.KmsKeyId,
  takenAt: told.SnapshotCreateTime,
  run: runIn(told.TagList),
  engine: { Engine: told.Engine, EngineVersion: told.EngineVersion, MasterUsername: told.MasterUsername },
});
