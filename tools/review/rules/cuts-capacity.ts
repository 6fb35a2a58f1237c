import type { Path } from "../../../terraform/plan/decided";
import { type Guard, more } from "../guards/guard";
import { weakening } from "../guards/weakening";

/** Something that there are fewer of; none of it at all is worse. */
const fewer = (path: Path, what: string, unit: string): Guard => ({
  ...more(path, what, { unit, unsaid: 0, enough: 0 }),
  toNothing: "high",
});
const scaling: Path = ["scaling_config", 0];
const isProvisioned = ({ billing_mode }: Readonly<Record<string, unknown>>): boolean => billing_mode === "PROVISIONED";

/** What is there bears the load; what could be there bears its peak. */
export const cutsCapacity = weakening({
  id: "cuts-capacity",
  about: "There is less of what bears the load, or it may grow less, or it scales by itself no longer.",
  cannotSee: "How much of it the load needs.",
  guards: {
    aws_appautoscaling_target: [
      fewer(["min_capacity"], "At least", "units"),
      fewer(["max_capacity"], "At most", "units"),
    ],
    aws_autoscaling_group: [
      fewer(["min_size"], "At least", "instances"),
      fewer(["max_size"], "At most", "instances"),
      fewer(["desired_capacity"], "Wanted", "instances"),
    ],
    aws_batch_compute_environment: [fewer(["compute_resources", 0, "max_vcpus"], "At most", "vCPUs")],
    aws_docdb_cluster: [fewer(["serverless_v2_scaling_configuration", 0, "max_capacity"], "At most", "units")],
    aws_dynamodb_table: [
      { ...fewer(["read_capacity"], "Reads", "units"), applies: isProvisioned },
      { ...fewer(["write_capacity"], "Writes", "units"), applies: isProvisioned },
    ],
    aws_ec2_capacity_reservation: [fewer(["instance_count"], "Reserved", "instances")],
    aws_ecs_service: [
      fewer(["desired_count"], "Wanted", "tasks"),
      {
        ...more(["deployment_minimum_healthy_percent"], "Left while a new version starts", {
          unit: "percent",
          unsaid: 100,
          enough: 0,
        }),
        means: "The next deployment may stop the others before new ones run.",
        wayOut: "Leave as many as bear the load, and let maximum percent make room for new ones.",
      },
    ],
    aws_eks_node_group: [
      fewer([...scaling, "min_size"], "At least", "nodes"),
      fewer([...scaling, "max_size"], "At most", "nodes"),
      fewer([...scaling, "desired_size"], "Wanted", "nodes"),
    ],
    aws_elasticache_replication_group: [
      fewer(["num_cache_clusters"], "Members", "nodes"),
      fewer(["num_node_groups"], "Shards", "shards"),
      fewer(["replicas_per_node_group"], "Replicas of each shard", "nodes"),
    ],
    aws_kinesis_stream: [fewer(["shard_count"], "Shards", "shards")],
    aws_lambda_function: [
      {
        ...more(["reserved_concurrent_executions"], "At a time", { unit: "calls", unsaid: -1, enough: 0, endless: -1 }),
        toNothing: "high",
      },
    ],
    aws_lambda_provisioned_concurrency_config: [fewer(["provisioned_concurrent_executions"], "Kept warm", "instances")],
    aws_memorydb_cluster: [
      fewer(["num_shards"], "Shards", "shards"),
      fewer(["num_replicas_per_shard"], "Replicas of each shard", "nodes"),
    ],
    aws_msk_cluster: [fewer(["number_of_broker_nodes"], "Brokers", "brokers")],
    aws_opensearch_domain: [
      fewer(["cluster_config", 0, "instance_count"], "Members", "nodes"),
      fewer(["cluster_config", 0, "dedicated_master_count"], "Masters", "nodes"),
    ],
    aws_rds_cluster: [
      fewer(["serverlessv2_scaling_configuration", 0, "min_capacity"], "At least", "units"),
      fewer(["serverlessv2_scaling_configuration", 0, "max_capacity"], "At most", "units"),
    ],
    aws_redshift_cluster: [fewer(["number_of_nodes"], "Members", "nodes")],
  },
  apart: {
    aws_appautoscaling_policy: { what: "A policy that scales", of: "resource_id" },
    aws_appautoscaling_target: { what: "Scaling by itself", of: "resource_id" },
    aws_autoscaling_policy: { what: "A policy that scales", of: "autoscaling_group_name" },
    aws_docdb_cluster_instance: { what: "A member of the cluster", of: "cluster_identifier" },
    aws_ec2_capacity_reservation: { what: "A reservation of capacity" },
    aws_lambda_provisioned_concurrency_config: { what: "What is kept warm", of: "function_name" },
    aws_neptune_cluster_instance: { what: "A member of the cluster", of: "cluster_identifier" },
    aws_rds_cluster_instance: { what: "A member of the cluster", of: "cluster_identifier" },
  },
  weaker: "medium",
  means: "A peak, or the loss of a zone, may be more than the rest bears.",
  wayOut: "Keep as much as the peak needs with one zone lost, or show by its load that it needs less.",
});
