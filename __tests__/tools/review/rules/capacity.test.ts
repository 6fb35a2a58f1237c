import { cutsCapacity } from "../../../../tools/review/rules/cuts-capacity";
import { movesToSpot } from "../../../../tools/review/rules/moves-to-spot";
import { shrinksInstances } from "../../../../tools/review/rules/shrinks-instances";
import { created, destroyed, destroyedWhole, itJudges, replaced, updated } from "./plans";

const peak = "A peak, or the loss of a zone, may be more than the rest bears.";

itJudges(cutsCapacity, {
  found: [
    [
      "a service whose tasks may all be stopped at once",
      [
        updated(
          "aws_ecs_service.api",
          { deployment_minimum_healthy_percent: 100 },
          { deployment_minimum_healthy_percent: 0 },
        ),
      ],
      [
        "medium deployment_minimum_healthy_percent: Left while a new version starts: 0 percent instead of 100 percent. The next deployment may stop the others before new ones run.",
      ],
    ],
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
      ["medium memory_size: Memory of a call: 256 MB instead of 1,024 MB. It bears less load."],
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
