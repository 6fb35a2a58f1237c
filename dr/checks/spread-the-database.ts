import { DescribeDBSubnetGroupsCommand } from "@aws-sdk/client-rds";
import type { Check } from "../check";
import { evidence } from "../controls";
import { lookAtDatabase } from "../lookup/database";
import type { RecoveredRegion } from "./view";

/** The instances and a standby lie in as many zones as they can, and the database can move to any of them. */
export const spreadTheDatabase: Check<RecoveredRegion> = {
  id: "spread-the-database",
  title: "The database is spread over the zones",
  question: "data",
  controls: evidence.backups,
  ask: (view) =>
    lookAtDatabase(view, async ({ instances, subnetGroup }) => {
      const { zones, aws, database } = view;
      const used = new Set(
        instances.flatMap(({ AvailabilityZone: own, SecondaryAvailabilityZone: standby }) => [
          ...(own ? [own] : []),
          ...(standby ? [standby] : []),
        ]),
      );
      const placed = database.engine === "rds" ? 2 * instances.length : instances.length;
      const wanted = Math.min(placed, zones.length);
      const problems: string[] = [];
      if (instances.length === 0) problems.push("the cluster has no instance");
      if (used.size < wanted)
        problems.push(`${placed} instances are in ${used.size} zones (${list(used)}), not in ${wanted}`);
      for (const zone of used)
        if (!zones.includes(zone)) problems.push(`an instance is in ${zone}, which is not in use`);

      const { DBSubnetGroups: [group] = [] } = await aws.rds.send(
        new DescribeDBSubnetGroupsCommand({ DBSubnetGroupName: subnetGroup }),
      );
      const covered = new Set((group?.Subnets ?? []).flatMap(({ SubnetAvailabilityZone: zone }) => zone?.Name ?? []));
      for (const zone of zones)
        if (!covered.has(zone)) problems.push(`subnet group ${subnetGroup} has no subnet in ${zone}`);
      return { seen: `${placed} instances in ${list(used)}; subnets in ${list(covered)}`, problems };
    }),
};

const list = (zones: Iterable<string>) => [...zones].sort().join(", ") || "no zone";
