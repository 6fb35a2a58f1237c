import { after } from "../read/after";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

/** How many parts of a version make a step that nothing takes back, by type. */
const steps: Readonly<Record<string, readonly [attribute: string, parts: number]>> = {
  aws_db_instance: ["engine_version", 1],
  aws_docdb_cluster: ["engine_version", 1],
  aws_eks_cluster: ["version", 2],
  aws_elasticache_replication_group: ["engine_version", 1],
  aws_memorydb_cluster: ["engine_version", 1],
  aws_mq_broker: ["engine_version", 2],
  aws_msk_cluster: ["kafka_version", 2],
  aws_neptune_cluster: ["engine_version", 2],
  aws_opensearch_domain: ["engine_version", 2],
  aws_rds_cluster: ["engine_version", 1],
  aws_rds_global_cluster: ["engine_version", 1],
};

const wayOut =
  "Try the new version on a copy first, take a backup right before, and say how to go back: blue/green, or restore.";

/** There is no way back from a major version but a backup. */
export const upgradesForGood: Rule = {
  id: "upgrades-for-good",
  about: "An engine or a cluster goes to another major version, from which it cannot go back.",
  severities: ["high"],
  cannotSee: "What of the new version the programs cannot bear, and versions that a service takes by itself.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(steps),
  check: (change, around): Verdict => {
    const [attribute, parts] = steps[change.type] ?? ["", 0];
    const was = change.before?.[attribute];
    if (change.fate !== "update" || typeof was !== "string") return ok;
    const become = after(change, [attribute], around);
    if (become.is === "unknown") return notKnown(attribute, become.by);
    const is = become.is === "known" ? become.value : undefined;
    const count = inTwoParts(change.before?.engine, was) ? 2 : parts;
    if (typeof is !== "string" || stepOf(was, count) === stepOf(is, count)) return ok;
    return finding({
      severity: "high",
      attribute,
      why: `It goes from ${was} to ${is}, and cannot go back: only a backup from before can.`,
      wayOut,
    });
  },
};

/** The part of a version that cannot be taken back: `16` of `16.4`, `OpenSearch_2.11` of `OpenSearch_2.11`. */
const stepOf = (version: string, parts: number): string => version.split(".").slice(0, parts).join(".");

/** MySQL, MariaDB, and PostgreSQL before 10 count their major versions in two parts. */
const inTwoParts = (engine: unknown, version: string): boolean =>
  /mysql|mariadb/.test(`${engine}`) || /^(9|5|8)\./.test(version);
