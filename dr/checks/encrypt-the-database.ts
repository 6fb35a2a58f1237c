import { DescribeKeyCommand, type KeyMetadata, NotFoundException } from "@aws-sdk/client-kms";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { lookAtDatabase } from "../lookup/database";
import { databaseKeyAlias } from "../lookup/names";
import type { RecoveredRegion } from "./view";

/** Cluster and instances are encrypted under the recovered region's own key, not the one that the snapshot came with. */
export const encryptTheDatabase: Check<RecoveredRegion> = {
  title: "The database is encrypted under the region's own database key",
  ask: (view) =>
    lookAtDatabase(view, async ({ cluster, instances }) => {
      const alias = databaseKeyAlias(view.namePrefix);
      const key = await findKey(view.aws, alias);
      if (!key) return { seen: `no key ${alias}`, problems: [`there is no key ${alias} in ${view.aws.region}`] };
      const problems = [
        { what: `cluster ${cluster.DBClusterIdentifier}`, ...cluster },
        ...instances.map((one) => ({ what: `instance ${one.DBInstanceIdentifier}`, ...one })),
      ].flatMap(({ what, StorageEncrypted, KmsKeyId }) => {
        if (StorageEncrypted !== true) return [`${what} is not encrypted`];
        return KmsKeyId === key.Arn ? [] : [`${what} is encrypted under ${KmsKeyId}, not under ${alias} (${key.Arn})`];
      });
      if (key.KeyState !== "Enabled") problems.push(`key ${alias} is ${key.KeyState}, not Enabled`);
      return { seen: `the cluster and ${instances.length} instances, ${key.Arn}`, problems };
    }),
};

async function findKey({ kms }: Aws, alias: string): Promise<KeyMetadata | undefined> {
  try {
    return (await kms.send(new DescribeKeyCommand({ KeyId: alias }))).KeyMetadata;
  } catch (error) {
    if (error instanceof NotFoundException) return undefined;
    throw error;
  }
}
