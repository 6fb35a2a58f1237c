import type { Path } from "../../../terraform/plan/decided";
import { type Guard, inQuotes, more } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { sizeOf } from "../read/sizes";

/** The smallest type is worth something, too: another one of its size is as large. */
const type = (...path: Path): Guard => ({
  path,
  worth: (value) => sizeOf(value),
  enough: 0,
  changed: (before, after) => `It is ${inQuotes(after)} instead of ${inQuotes(before)}.`,
  made: (after) => `It is ${inQuotes(after)}.`,
});
const instance = [type("instance_type")];
const instanceClass = [type("instance_class")];
const node = [type("node_type")];

/** A smaller instance bears less, and changing it may take a restart. */
export const shrinksInstances = weakening({
  id: "shrinks-instances",
  about: "Instances, functions or tasks are smaller than before.",
  cannotSee: "Families: whether the same size of another family is slower, and the types of mixed groups.",
  guards: {
    aws_db_instance: instanceClass,
    aws_dms_replication_instance: [type("replication_instance_class")],
    aws_docdb_cluster_instance: instanceClass,
    aws_ecs_task_definition: [
      more(["cpu"], "CPU of a task", { unit: "units", unsaid: 0, enough: 0 }),
      more(["memory"], "Memory of a task", { unit: "MiB", unsaid: 0, enough: 0 }),
    ],
    aws_elasticache_cluster: node,
    aws_elasticache_replication_group: node,
    aws_instance: instance,
    aws_lambda_function: [more(["memory_size"], "Memory of a call", { unit: "MB", unsaid: 128, enough: 0 })],
    aws_launch_template: instance,
    aws_memorydb_cluster: node,
    aws_mq_broker: [type("host_instance_type")],
    aws_msk_cluster: [type("broker_node_group_info", 0, "instance_type")],
    aws_neptune_cluster_instance: instanceClass,
    aws_opensearch_domain: [type("cluster_config", 0, "instance_type")],
    aws_rds_cluster: [type("db_cluster_instance_class")],
    aws_rds_cluster_instance: instanceClass,
    aws_redshift_cluster: node,
  },
  weaker: "medium",
  means: "It bears less load.",
  wayOut: "Show by its load that it is enough, at the peak and while another one is gone.",
});
