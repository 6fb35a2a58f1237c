import { bindsForGood } from "../../../../tools/review/rules/binds-for-good";
import { cutsCapacity } from "../../../../tools/review/rules/cuts-capacity";
import { disarmsFailover } from "../../../../tools/review/rules/disarms-failover";
import { dropsZones } from "../../../../tools/review/rules/drops-zones";
import { forgetsResources } from "../../../../tools/review/rules/forgets-resources";
import { movesToSpot } from "../../../../tools/review/rules/moves-to-spot";
import { restartsAtOnce } from "../../../../tools/review/rules/restarts-at-once";
import { runsInOneZone } from "../../../../tools/review/rules/runs-in-one-zone";
import { shrinksInstances } from "../../../../tools/review/rules/shrinks-instances";
import { upgradesForGood } from "../../../../tools/review/rules/upgrades-for-good";
import { created, destroyed, destroyedWhole, forgotten, itJudges, replaced, updated } from "./plans";

const zoneFails = "When that zone fails, it fails, until somebody restores it elsewhere.";
itJudges(runsInOneZone, {
  found: [
    [
      "a database without its standby",
      [updated("aws_db_instance.wiki", { multi_az: true }, { multi_az: false })],
      [`high multi_az: The standby in another zone is turned off. ${zoneFails}`],
    ],
    [
      "a file system that is kept in one zone",
      [
        replaced(
          "aws_efs_file_system.home",
          { availability_zone_name: null },
          { availability_zone_name: "eu-west-1a" },
        ),
      ],
      [`high availability_zone_name: It is kept in eu-west-1a only. ${zoneFails}`],
    ],
    [
      "a cache that is made without failover",
      [created("aws_elasticache_replication_group.sessions", { automatic_failover_enabled: false })],
      [`low automatic_failover_enabled: Automatic failover is off. ${zoneFails}`],
    ],
    [
      "a broker without its standby",
      [
        replaced(
          "aws_mq_broker.orders",
          { deployment_mode: "ACTIVE_STANDBY_MULTI_AZ" },
          { deployment_mode: "SINGLE_INSTANCE" },
        ),
      ],
      [`high deployment_mode: The deployment goes from "ACTIVE_STANDBY_MULTI_AZ" to "SINGLE_INSTANCE". ${zoneFails}`],
    ],
  ],
  well: [
    ["a database that keeps it", [updated("aws_db_instance.wiki", { multi_az: true }, { port: 1 })]],
    [
      "a replica, whose source has one",
      [created("aws_db_instance.reads", { multi_az: false, replicate_source_db: "wiki" })],
    ],
  ],
  unknown: [
    [
      "whether it has a standby",
      [updated("aws_db_instance.wiki", { multi_az: true }, {}, { multi_az: ["local.multi_az"] })],
      ["not known: multi_az, by local.multi_az"],
    ],
  ],
});

const largerPart = "The loss of one zone takes a larger part of it along, or all.";
itJudges(dropsZones, {
  found: [
    [
      "a group that leaves a zone",
      [
        updated(
          "aws_autoscaling_group.web",
          { vpc_zone_identifier: ["a", "b", "c"] },
          { vpc_zone_identifier: ["a", "b"] },
        ),
      ],
      [`medium vpc_zone_identifier: It stands in 2 of the 3 subnets or zones. ${largerPart}`],
    ],
    [
      "a cluster's nodes that are left with one",
      [updated("aws_eks_node_group.spot", { subnet_ids: ["a", "b"] }, { subnet_ids: ["b"] })],
      [`high subnet_ids: It stands in 1 of the 2 subnets or zones. ${largerPart}`],
    ],
    [
      "a way to a file system",
      [destroyed("aws_efs_mount_target.b", { file_system_id: "fs-1" })],
      [`medium: The way to the file system in one zone is removed. ${largerPart}`],
    ],
  ],
  well: [
    ["another subnet in its place", [updated("aws_lb.web", { subnets: ["a", "b"] }, { subnets: ["a", "c"] })]],
    [
      "a way that goes with its file system",
      [
        destroyed("aws_efs_mount_target.b", { file_system_id: "fs-1" }),
        destroyedWhole("aws_efs_file_system.home", "fs-1"),
      ],
    ],
    [
      "one that stood in one",
      [updated("aws_lambda_function.job", { vpc_config: [{ subnet_ids: ["a"] }] }, { timeout: 3 })],
    ],
  ],
  unknown: [
    [
      "which subnets",
      [updated("aws_lb.web", { subnets: ["a", "b"] }, {}, { subnets: ["module.vpc.public_subnets", "module.vpc"] })],
      ["not known: subnets, by module.vpc.public_subnets"],
    ],
  ],
});

const peak = "A peak, or the loss of a zone, may be more than the rest bears.";
itJudges(cutsCapacity, {
  found: [
    [
      "a smaller group",
      [updated("aws_autoscaling_group.web", { min_size: 6, max_size: 24 }, { min_size: 2 })],
      [`medium min_size: At least: 2 instances instead of 6 instances. ${peak}`],
    ],
    [
      "a service that is stopped",
      [updated("aws_ecs_service.api", { desired_count: 3 }, { desired_count: 0 })],
      [`high desired_count: Wanted: 0 tasks instead of 3 tasks. ${peak}`],
    ],
    [
      "a function that may not run",
      [
        updated(
          "aws_lambda_function.job",
          { reserved_concurrent_executions: -1 },
          { reserved_concurrent_executions: 0 },
        ),
      ],
      [`high reserved_concurrent_executions: At a time: 0 calls instead of without end. ${peak}`],
    ],
    [
      "a reader of a cluster",
      [destroyed("aws_rds_cluster_instance.reader", { cluster_identifier: "orders" })],
      [`medium: A member of the cluster is removed. ${peak}`],
    ],
    [
      "a group that scales no longer",
      [destroyed("aws_autoscaling_policy.load", { autoscaling_group_name: "web" })],
      [`medium: A policy that scales is removed. ${peak}`],
    ],
  ],
  well: [
    ["a larger group", [updated("aws_autoscaling_group.web", { min_size: 2 }, { min_size: 6 })]],
    [
      "a table that pays by request",
      [
        updated(
          "aws_dynamodb_table.carts",
          { billing_mode: "PROVISIONED", read_capacity: 5 },
          { billing_mode: "PAY_PER_REQUEST", read_capacity: 0 },
        ),
      ],
    ],
    [
      "a reader that goes with its cluster",
      [
        destroyed("aws_rds_cluster_instance.reader", { cluster_identifier: "orders" }),
        destroyedWhole("aws_rds_cluster.orders", "orders"),
      ],
    ],
    [
      "a function that is no longer limited",
      [
        updated(
          "aws_lambda_function.job",
          { reserved_concurrent_executions: 5 },
          { reserved_concurrent_executions: -1 },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "how many",
      [
        updated(
          "aws_eks_node_group.main",
          { scaling_config: [{ min_size: 3, max_size: 6, desired_size: 3 }] },
          {},
          { scaling_config: ["var.nodes"] },
        ),
      ],
      ["min_size", "max_size", "desired_size"].map((name) => `not known: scaling_config.0.${name}, by var.nodes`),
    ],
  ],
});

const takenBack =
  "AWS takes it back with two minutes' notice, most of all when a zone has failed and everybody wants it.";
const mixed = (base: number, percent: number) => ({
  mixed_instances_policy: [
    { instances_distribution: [{ on_demand_base_capacity: base, on_demand_percentage_above_base_capacity: percent }] },
  ],
});
const where = "mixed_instances_policy.0.instances_distribution.0";
itJudges(movesToSpot, {
  found: [
    [
      "fewer On-Demand",
      [updated("aws_autoscaling_group.web", mixed(2, 0), mixed(0, 0))],
      [`high ${where}.on_demand_base_capacity: On-Demand at least: 0 instances instead of 2 instances. ${takenBack}`],
    ],
    [
      "a group that was all On-Demand",
      [updated("aws_autoscaling_group.web", { mixed_instances_policy: [] }, mixed(0, 20))],
      [
        `high ${where}.on_demand_percentage_above_base_capacity: On-Demand of the rest: 20 % instead of 100 %. ${takenBack}`,
      ],
    ],
    [
      "nodes on Spot",
      [replaced("aws_eks_node_group.main", { capacity_type: "ON_DEMAND" }, { capacity_type: "SPOT" })],
      [`high capacity_type: The market goes from "ON_DEMAND" to "SPOT". ${takenBack}`],
    ],
    [
      "tasks on Spot",
      [
        updated(
          "aws_ecs_service.api",
          { capacity_provider_strategy: [{ capacity_provider: "FARGATE", base: 1 }] },
          { capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT" }] },
        ),
      ],
      [`high capacity_provider_strategy: Every task runs on Spot. ${takenBack}`],
    ],
  ],
  well: [
    ["more On-Demand", [updated("aws_autoscaling_group.web", mixed(0, 0), mixed(2, 50))]],
    [
      "nodes that were on Spot",
      [updated("aws_eks_node_group.batch", { capacity_type: "SPOT" }, { labels: { for: "batch" } })],
    ],
    ["Spot from the start", [created("aws_eks_node_group.batch", { capacity_type: "SPOT" })]],
  ],
  unknown: [
    [
      "on which market",
      [updated("aws_eks_node_group.main", { capacity_type: "ON_DEMAND" }, {}, { capacity_type: ["var.market"] })],
      ["not known: capacity_type, by var.market"],
    ],
  ],
});

itJudges(shrinksInstances, {
  found: [
    [
      "a smaller database",
      [updated("aws_db_instance.wiki", { instance_class: "db.r6g.2xlarge" }, { instance_class: "db.r6g.large" })],
      ['medium instance_class: It is "db.r6g.large" instead of "db.r6g.2xlarge". It bears less load.'],
    ],
    [
      "smaller nodes of another family",
      [
        updated(
          "aws_elasticache_replication_group.sessions",
          { node_type: "cache.m6g.large" },
          { node_type: "cache.t4g.micro" },
        ),
      ],
      ['medium node_type: It is "cache.t4g.micro" instead of "cache.m6g.large". It bears less load.'],
    ],
    [
      "less memory",
      [updated("aws_lambda_function.job", { memory_size: 1024 }, { memory_size: 256 })],
      ["medium memory_size: Memory of a call: 256 MB instead of 1024 MB. It bears less load."],
    ],
  ],
  well: [
    [
      "a larger one",
      [updated("aws_instance.build", { instance_type: "m7g.xlarge" }, { instance_type: "m7g.4xlarge" })],
    ],
    [
      "the same size of another family",
      [updated("aws_instance.build", { instance_type: "m5.large" }, { instance_type: "m7g.large" })],
    ],
    ["one that is small from the start", [created("aws_instance.jump", { instance_type: "t4g.nano" })]],
  ],
  unknown: [
    [
      "a type without a size",
      [
        updated(
          "aws_rds_cluster_instance.one",
          { instance_class: "db.r6g.large" },
          { instance_class: "db.serverless" },
        ),
      ],
      ["not known: instance_class"],
    ],
    [
      "a type that is known later",
      [
        updated(
          "aws_instance.build",
          { instance_type: "m5.large" },
          {},
          { instance_type: ["data.aws_ec2_instance_type.x.id"] },
        ),
      ],
      ["not known: instance_type, by data.aws_ec2_instance_type.x.id"],
    ],
  ],
});

itJudges(restartsAtOnce, {
  found: [
    [
      "a database that changes at once",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: true, instance_class: "db.r6g.large", storage_type: "gp2" },
          { instance_class: "db.r6g.xlarge", storage_type: "gp3" },
        ),
      ],
      ["medium instance_class: The apply interrupts it: instance_class and storage_type change at once."],
    ],
    [
      "an instance, which has no window",
      [updated("aws_instance.build", { instance_type: "m5.large" }, { instance_type: "m7i.large" })],
      ["medium instance_type: The apply interrupts it: instance_type changes at once."],
    ],
    [
      "a version that is known later",
      [
        updated(
          "aws_rds_cluster.orders",
          { apply_immediately: true, engine_version: "16.4" },
          {},
          { engine_version: ["data.aws_rds_engine_version.next.version"] },
        ),
      ],
      ["medium engine_version: The apply interrupts it: engine_version changes at once."],
    ],
  ],
  well: [
    [
      "a database that waits for its window",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: false, instance_class: "db.r6g.large" },
          { instance_class: "db.r6g.xlarge" },
        ),
      ],
    ],
    [
      "a change that interrupts nothing",
      [
        updated(
          "aws_db_instance.wiki",
          { apply_immediately: true, deletion_protection: false },
          { deletion_protection: true },
        ),
      ],
    ],
  ],
  unknown: "nothing that it looks at can be unknown",
});

itJudges(upgradesForGood, {
  found: [
    [
      "a major version of PostgreSQL",
      [
        updated(
          "aws_rds_cluster.orders",
          { engine: "aurora-postgresql", engine_version: "15.4" },
          { engine_version: "16.4" },
        ),
      ],
      ["high engine_version: It goes from 15.4 to 16.4, and cannot go back: only a backup from before can."],
    ],
    [
      "a major version of MySQL",
      [updated("aws_db_instance.wiki", { engine: "mysql", engine_version: "8.0.35" }, { engine_version: "8.4.3" })],
      ["high engine_version: It goes from 8.0.35 to 8.4.3, and cannot go back: only a backup from before can."],
    ],
    [
      "a minor version of Kubernetes, which is a step",
      [updated("aws_eks_cluster.main", { version: "1.31" }, { version: "1.32" })],
      ["high version: It goes from 1.31 to 1.32, and cannot go back: only a backup from before can."],
    ],
  ],
  well: [
    [
      "a minor version of PostgreSQL",
      [
        updated(
          "aws_rds_cluster.orders",
          { engine: "aurora-postgresql", engine_version: "16.2" },
          { engine_version: "16.4" },
        ),
      ],
    ],
    [
      "a patch of MySQL",
      [updated("aws_db_instance.wiki", { engine: "mysql", engine_version: "8.0.35" }, { engine_version: "8.0.39" })],
    ],
    ["a new one", [created("aws_eks_cluster.main", { version: "1.32" })]],
  ],
  unknown: [
    [
      "which version",
      [updated("aws_eks_cluster.main", { version: "1.31" }, {}, { version: ["local.version"] })],
      ["not known: version, by local.version"],
    ],
  ],
});

itJudges(bindsForGood, {
  found: [
    [
      "a lock that closes after three days",
      [created("aws_backup_vault_lock_configuration.copies", { changeable_for_days: 3, min_retention_days: 7 })],
      ["medium: After 3 days nobody can take the lock off, delete the vault, or delete a backup before its time."],
    ],
    [
      "objects that nobody can delete",
      [
        updated(
          "aws_s3_bucket_object_lock_configuration.trail",
          { rule: [{ default_retention: [{ mode: "GOVERNANCE" }] }] },
          { rule: [{ default_retention: [{ mode: "COMPLIANCE" }] }] },
        ),
      ],
      ["medium: What is put into the bucket can be deleted by nobody before its time."],
    ],
  ],
  well: [
    [
      "a lock that somebody may take off",
      [created("aws_backup_vault_lock_configuration.copies", { changeable_for_days: null, min_retention_days: 7 })],
    ],
    [
      "one that is closed already",
      [
        updated(
          "aws_backup_vault_lock_configuration.copies",
          { changeable_for_days: 3, min_retention_days: 7 },
          { min_retention_days: 14 },
        ),
      ],
    ],
  ],
  unknown: "nothing that it looks at can be unknown",
});

const inUse = "What fails stays in use until somebody notices.";
itJudges(disarmsFailover, {
  found: [
    [
      "a group that looks at machines only",
      [updated("aws_autoscaling_group.web", { health_check_type: "ELB" }, { health_check_type: "EC2" })],
      [`high health_check_type: The health check goes from "ELB" to "EC2". ${inUse}`],
    ],
    [
      "a record without its check",
      [updated("aws_route53_record.www", { name: "www", type: "A", health_check_id: "hc-1" }, { health_check_id: "" })],
      [`high health_check_id: The health check of the record is removed. ${inUse}`],
    ],
    [
      "a check that rests",
      [updated("aws_route53_health_check.shop", { disabled: false }, { disabled: true })],
      [`high disabled: The check's rest, in which it counts as healthy, is turned on. ${inUse}`],
    ],
    [
      "a check that is gone",
      [destroyed("aws_route53_health_check.shop", {})],
      [`high: A health check is removed. ${inUse}`],
    ],
    [
      "a group that heals no longer",
      [
        updated(
          "aws_autoscaling_group.web",
          { suspended_processes: [] },
          { suspended_processes: ["ReplaceUnhealthy"] },
        ),
      ],
      [`high suspended_processes: What heals the group is suspended. ${inUse}`],
    ],
  ],
  well: [
    [
      "a check that looks at more",
      [updated("aws_autoscaling_group.web", { health_check_type: "EC2" }, { health_check_type: "ELB" })],
    ],
    [
      "another check",
      [
        updated(
          "aws_route53_record.www",
          { name: "www", type: "A", records: ["192.0.2.1"], ttl: 60, health_check_id: "hc-1" },
          {},
          { health_check_id: ["aws_route53_health_check.new.id", "aws_route53_health_check.new"] },
        ),
        created("aws_route53_health_check.new", {}),
      ],
    ],
  ],
  unknown: [
    [
      "whether it has a check",
      [
        updated(
          "aws_route53_record.www",
          { name: "www", type: "A", records: [], health_check_id: "hc-1" },
          {},
          { health_check_id: ["var.check"] },
        ),
      ],
      ["not known: health_check_id, by var.check"],
    ],
  ],
});

itJudges(forgetsResources, {
  found: [
    [
      "a table that nobody manages any more",
      [forgotten("aws_dynamodb_table.carts", {})],
      ["medium: It stays as it is, and nobody manages it any more: no plan, drift check or recovery knows it."],
    ],
    [
      "a record that nobody manages any more",
      [forgotten("aws_route53_record.www", { name: "www" })],
      ["low: It stays as it is, and nobody manages it any more: no plan, drift check or recovery knows it."],
    ],
  ],
  well: [["a table that is destroyed", [destroyed("aws_dynamodb_table.carts", {})]]],
  unknown: "nothing that it looks at can be unknown",
});
