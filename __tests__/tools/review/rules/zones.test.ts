import { disarmsFailover } from "../../../../tools/review/rules/disarms-failover";
import { dropsZones } from "../../../../tools/review/rules/drops-zones";
import { runsInOneZone } from "../../../../tools/review/rules/runs-in-one-zone";
import { created, destroyed, destroyedWhole, itJudges, replaced, updated } from "./plans";

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

const inUse = "What fails stays in use until somebody notices.";

itJudges(disarmsFailover, {
  found: [
    [
      "a target that is asked less often",
      [
        updated(
          "aws_lb_target_group.web",
          { health_check: [{ interval: 10, unhealthy_threshold: 2 }] },
          { health_check: [{ interval: 120, unhealthy_threshold: 2 }] },
        ),
      ],
      ["medium health_check: A target that fails gets requests for 240 seconds instead of 20."],
    ],
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
      "a target that is asked more often, though it may fail once more",
      [
        updated(
          "aws_lb_target_group.web",
          { health_check: [{ interval: 30, unhealthy_threshold: 2 }] },
          { health_check: [{ interval: 10, unhealthy_threshold: 3 }] },
        ),
      ],
    ],
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
