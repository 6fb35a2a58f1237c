import { DescribeKeyCommand, type KeyMetadata, NotFoundException } from "@aws-sdk/client-kms";
import { keyAlias } from "../../modules/security/contract";
import type { Aws } from "../aws";
import type { Check, Verdict } from "../check";
import { evidence } from "../controls";
import { type Database, lookAtDatabase, partsOf } from "../lookup/database";
import { findSnapshot } from "../lookup/db-snapshot";
import type { RecoveredRegion } from "./view";

/**
 * The database is encrypted under the recovered region's own key, not the one that the snapshot came with.
 *
 * An RDS instance has the key of its snapshot: RDS restores it under no other.
 */
export const encryptTheDatabase: Check<RecoveredRegion> = {
  id: "encrypt-the-database",
  title: "The database is encrypted with the region's own database key",
  question: "private",
  controls: evidence.protection,
  ask: (view) =>
    lookAtDatabase(view, async (database) => {
      const alias = keyAlias(view.namePrefix, "database");
      const key =
        view.database.engine === "rds"
          ? { name: "the snapshot's key", key: await snapshotKey(view) }
          : { name: alias, key: await findKey(view.aws, alias) };
      return key.key
        ? verdict(database, key.name, key.key)
        : { seen: `no key ${key.name}`, problems: [`there is no key ${key.name} in ${view.aws.region}`] };
    }),
};

function verdict(database: Database, name: string, { Arn, KeyState }: KeyMetadata): Verdict {
  const parts = partsOf(database);
  const problems = parts.flatMap(({ what, StorageEncrypted, KmsKeyId }) => {
    if (StorageEncrypted !== true) return [`${what} is not encrypted`];
    return KmsKeyId === Arn ? [] : [`${what} is encrypted under ${KmsKeyId}, not under ${name} (${Arn})`];
  });
  if (KeyState !== "Enabled") problems.push(`key ${name} is ${KeyState}, not Enabled`);
  return { seen: `${parts.map(({ what }) => what).join(", ")}: ${Arn}`, problems };
}

const snapshotKey = async ({ aws, snapshotArn }: RecoveredRegion): Promise<KeyMetadata | undefined> => {
  const { keyArn } = (await findSnapshot(aws, snapshotArn)) ?? {};
  return keyArn === undefined ? undefined : findKey(aws, keyArn);
};

async function findKey({ kms }: Aws, id: string): Promise<KeyMetadata | undefined> {
  try {
    return (await kms.send(new DescribeKeyCommand({ KeyId: id }))).KeyMetadata;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
