import { CreateAliasCommand, CreateKeyCommand } from "@aws-sdk/client-kms";
import {
  CopyDBClusterSnapshotCommand,
  CreateDBClusterCommand,
  CreateDBClusterSnapshotCommand,
  CreateDBInstanceCommand,
  CreateDBSubnetGroupCommand,
  RestoreDBClusterFromSnapshotCommand,
} from "@aws-sdk/client-rds";
import type { Aws } from "../../../dr/aws";
import type { Network } from "./healthy-network";
import { need } from "./need";

export const engine = { Engine: "aurora-postgresql", EngineVersion: "16.8" } as const;

/** How the database of one test differs from a healthy one. */
export interface DatabaseOptions {
  /** False: a cluster that is neither encrypted itself nor made from an encrypted snapshot. */
  readonly encrypted?: boolean;
  readonly instanceZones?: readonly string[];
  readonly readerCount?: number;
  readonly subnetCount?: number;
  /** True: a cluster that is made empty, not from the snapshot. */
  readonly empty?: boolean;
}

/** A snapshot of a cluster in another region, copied to this one. */
export async function makeSnapshot(source: Aws, target: Aws, prefix: string, KmsKeyId?: string): Promise<string> {
  const id = `${prefix}-lost`;
  await source.rds.send(
    new CreateDBClusterCommand({
      ...engine,
      DBClusterIdentifier: id,
      MasterUsername: "shopkeeper",
      MasterUserPassword: "correct-horse-battery",
      DatabaseName: "orders",
      StorageEncrypted: KmsKeyId !== undefined,
    }),
  );
  const taken = await source.rds.send(
    new CreateDBClusterSnapshotCommand({ DBClusterIdentifier: id, DBClusterSnapshotIdentifier: `${prefix}-taken` }),
  );
  const copied = await target.rds.send(
    new CopyDBClusterSnapshotCommand({
      SourceDBClusterSnapshotIdentifier: taken.DBClusterSnapshot?.DBClusterSnapshotArn,
      TargetDBClusterSnapshotIdentifier: `${prefix}-copy`,
      KmsKeyId,
    }),
  );
  return need(copied.DBClusterSnapshot?.DBClusterSnapshotArn);
}

/** A key under an alias. */
export async function makeKey({ kms }: Aws, alias: string): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: KeyMetadata?.KeyId }));
  return need(KeyMetadata?.Arn);
}

/** A cluster of a writer and readers, restored from a copied snapshot. */
export async function makeDatabase(
  source: Aws,
  target: Aws,
  prefix: string,
  network: Network,
  { encrypted = true, instanceZones, readerCount = 2, subnetCount = 3, empty = false }: DatabaseOptions = {},
) {
  const keyArn = await makeKey(target, `alias/${prefix}-database`);
  const snapshotArn = await makeSnapshot(source, target, prefix, encrypted ? keyArn : undefined);
  const DBSubnetGroupName = `${prefix}-data`;
  await target.rds.send(
    new CreateDBSubnetGroupCommand({
      DBSubnetGroupName,
      DBSubnetGroupDescription: "data",
      SubnetIds: network.dataSubnets.slice(0, subnetCount),
    }),
  );
  const DBClusterIdentifier = `${prefix}-orders`;
  const settings = {
    ...{ ...engine, DBClusterIdentifier, DBSubnetGroupName, VpcSecurityGroupIds: [network.databaseGroup] },
    ...(encrypted && { KmsKeyId: keyArn }),
    ServerlessV2ScalingConfiguration: { MinCapacity: 0.5, MaxCapacity: 4 },
  };
  if (empty)
    await target.rds.send(
      new CreateDBClusterCommand({
        ...{ ...settings, StorageEncrypted: encrypted, MasterUsername: "shopkeeper" },
        MasterUserPassword: "correct-horse-battery",
      }),
    );
  else await target.rds.send(new RestoreDBClusterFromSnapshotCommand({ ...settings, SnapshotIdentifier: snapshotArn }));
  for (let at = 0; at <= readerCount; at++)
    await target.rds.send(
      new CreateDBInstanceCommand({
        DBInstanceIdentifier: `${prefix}-orders-${at}`,
        DBClusterIdentifier,
        DBInstanceClass: "db.serverless",
        Engine: engine.Engine,
        PubliclyAccessible: false,
        AvailabilityZone: instanceZones?.[at],
      }),
    );
  return { keyArn, snapshotArn };
}
