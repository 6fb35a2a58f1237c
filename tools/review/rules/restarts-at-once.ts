import { isDeepStrictEqual } from "node:util";
import { after } from "../read/after";
import { finding, ok, type Rule, type Verdict } from "./rule";

/** The arguments whose change restarts or interrupts what is running, by type. */
const interrupting: Readonly<Record<string, readonly string[]>> = {
  aws_db_instance: [
    "allocated_storage",
    "ca_cert_identifier",
    "engine_version",
    "instance_class",
    "multi_az",
    "parameter_group_name",
    "port",
    "storage_type",
  ],
  aws_docdb_cluster: ["engine_version", "port"],
  aws_docdb_cluster_instance: ["ca_cert_identifier", "instance_class"],
  aws_elasticache_cluster: ["engine_version", "node_type"],
  aws_elasticache_replication_group: ["engine_version", "node_type"],
  aws_instance: ["instance_type", "user_data"],
  aws_mq_broker: ["configuration", "engine_version", "host_instance_type"],
  aws_neptune_cluster: ["engine_version"],
  aws_neptune_cluster_instance: ["instance_class"],
  aws_rds_cluster: ["db_cluster_parameter_group_name", "engine_version", "port"],
  aws_rds_cluster_instance: ["ca_cert_identifier", "db_parameter_group_name", "instance_class"],
  aws_redshift_cluster: ["cluster_type", "node_type", "number_of_nodes"],
};

/** These have no window of their own: what changes, changes at once. */
const always = ["aws_instance", "aws_redshift_cluster"];

/** What is applied at once interrupts at once, whoever is using it. */
export const restartsAtOnce: Rule = {
  id: "restarts-at-once",
  about: "A change restarts or interrupts something by the apply, and not in its maintenance window.",
  severities: ["medium"],
  cannotSee: "Parameters that need a restart, and whether a standby takes over so fast that nobody notices.",
  wayOut: "Apply it when few need it, or in the next maintenance window.",
  mayBeUnknown: false,
  types: Object.keys(interrupting),
  check: (change, around): Verdict => {
    const { type, fate, before } = change;
    const atOnce = change.after?.apply_immediately === true || always.includes(type);
    if (fate !== "update" || !atOnce) return ok;
    const changed = (interrupting[type] ?? []).filter((name) => {
      const become = after(change, [name], around);
      return (
        become.is === "unknown" ||
        (become.is === "known" && !isDeepStrictEqual(become.value ?? null, before?.[name] ?? null))
      );
    });
    if (changed.length === 0) return ok;
    return finding({
      severity: "medium",
      attribute: changed[0] ?? "",
      why: `The apply interrupts it: ${changed.join(" and ")} ${changed.length === 1 ? "changes" : "change"} at once.`,
      wayOut: always.includes(type)
        ? "Apply it when few need it, or replace it by one that is made first."
        : "Leave apply_immediately off, so that it waits for the maintenance window, or apply it when few need it.",
    });
  },
};
