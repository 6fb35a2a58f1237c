import type { Resource } from "../../estate/estate";
import { aboutOf, given, ofType, resourcesOf } from "../../estate/find";
import type { Drawn } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";
import { band } from "./bands";
import type { Plan } from "./plan";

/** The database across the zones: a cluster with a writer and its readers, or an instance and its standby. */
export function database(plan: Plan, y: number): Rect {
  const { estate, region, zones } = plan;
  const about = aboutOf("database", resourcesOf(estate, "database", { region }));
  const instances = resourcesOf(estate, "database", { region, types: ["aws_rds_cluster_instance"] });
  const settings = given(estate, region, "database");
  const cell = (icon: string, [name, detail]: [string, string?], of?: Resource): Drawn => ({
    ...{ icon, name, detail, about, change: of?.change ?? "same" },
  });
  const writes = !isSecondary(plan);
  if (instances.some(({ change }) => change !== "removed")) {
    const { min_capacity_units: least, max_capacity_units: most } = settings;
    const capacity = least === undefined ? undefined : `${least} to ${most} ACU`;
    const detail = capacity === undefined ? "cluster across zones" : "serverless, across zones";
    const icon = "resource/AmazonAuroraPostgreSQLInstance";
    return band(plan, {
      y,
      head: { id: "database", style: "database", text: "Aurora PostgreSQL", detail },
      each: zones.map((_, at) =>
        at < instances.length
          ? cell(icon, [at === 0 && writes ? "Writer" : "Reader", capacity], instances[at])
          : undefined,
      ),
    });
  }
  const multi = ofType(estate, "aws_db_instance", { region }).some(({ value }) => value.multi_az === true);
  const icon = "resource/AmazonAuroraAmazonRDSInstance";
  return band(plan, {
    y,
    head: {
      ...{ id: "database", style: "database", icon: "architecture-service/AmazonRDS" },
      ...{ text: "RDS for PostgreSQL", detail: multi ? "Multi-AZ instance" : "instance" },
    },
    each: zones.map((_, at) =>
      at === 0 ? cell(icon, ["Primary"]) : at === 1 && multi ? cell(icon, ["Standby", "synchronous copy"]) : undefined,
    ),
  });
}

/** Whether the cluster belongs to a global database whose writer is in another region. */
const isSecondary = ({ estate, region }: Plan): boolean =>
  ofType(estate, "aws_rds_cluster", { region }).some(({ value }) => value.global_cluster_identifier !== undefined) &&
  ofType(estate, "aws_rds_global_cluster", { region }).length === 0;

/** The cache across the zones, where there is one; its nodes are in the first zones. */
export function cache(plan: Plan, y: number): Rect | undefined {
  const { estate, region, zones } = plan;
  const groups = ofType(estate, "aws_elasticache_replication_group", { region });
  if (groups.length === 0) return undefined;
  const about = aboutOf("cache", resourcesOf(estate, "cache", { region }));
  const nodes = Number(groups[0]?.value.num_cache_clusters ?? given(estate, region, "cache").node_count ?? 1);
  const icon = "resource/AmazonElastiCacheCacheNode";
  return band(plan, {
    y,
    head: { id: "cache", style: "database", text: "ElastiCache", detail: "in front of the database" },
    each: zones.map((_, at) =>
      at < nodes ? { icon, name: at === 0 ? "Primary node" : "Replica node", about } : undefined,
    ),
  });
}
