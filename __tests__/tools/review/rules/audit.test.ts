import { stopsAudit } from "../../../../tools/review/rules/stops-audit";
import { stopsLogs } from "../../../../tools/review/rules/stops-logs";
import { created, destroyed, destroyedWhole, itJudges, replaced, updated } from "./plans";

const nobodySees = "What happens from then on, nobody sees.";

itJudges(stopsAudit, {
  found: [
    [
      "a trail that is turned off",
      [updated("aws_cloudtrail.all", { enable_logging: true }, { enable_logging: false })],
      [`high enable_logging: The trail is turned off. ${nobodySees}`],
    ],
    [
      "a trail of one region",
      [
        updated(
          "aws_cloudtrail.all",
          { is_multi_region_trail: true, enable_logging: true },
          { is_multi_region_trail: false },
        ),
      ],
      [`high is_multi_region_trail: Recording of every region is turned off. ${nobodySees}`],
    ],
    [
      "a trail of what is written only",
      [
        updated(
          "aws_cloudtrail.all",
          { enable_logging: true, event_selector: [] },
          { event_selector: [{ include_management_events: true, read_write_type: "WriteOnly" }] },
        ),
      ],
      [`high event_selector: The trail records a part of what is done only. ${nobodySees}`],
    ],
    [
      "a recorder of fewer types",
      [
        updated(
          "aws_config_configuration_recorder.all",
          { recording_group: [{ all_supported: true }] },
          { recording_group: [{ all_supported: false, resource_types: ["AWS::S3::Bucket"] }] },
        ),
      ],
      [`high recording_group.0: Config records fewer types of resources. ${nobodySees}`],
    ],
    [
      "a detector that is gone",
      [destroyed("aws_guardduty_detector.here", { id: "d-1", arn: "arn:d" })],
      [`high: The detector of threats is removed. ${nobodySees}`],
    ],
    [
      "a detector that is made and off",
      [created("aws_guardduty_detector.here", { enable: false })],
      [`medium enable: The detector is off. ${nobodySees}`],
    ],
  ],
  well: [
    [
      "a trail that stays",
      [
        updated(
          "aws_cloudtrail.all",
          { enable_logging: true, is_multi_region_trail: true },
          { enable_log_file_validation: true },
        ),
      ],
    ],
    [
      "a protection that goes with its detector, which is said",
      [
        destroyedWhole("aws_rds_cluster.x", "d-1"),
        destroyed("aws_guardduty_detector_feature.s3", { detector_id: "d-1" }),
      ],
    ],
  ],
  unknown: [
    [
      "whether it records",
      [
        updated(
          "aws_config_configuration_recorder_status.here",
          { is_enabled: true },
          {},
          { is_enabled: ["var.record"] },
        ),
      ],
      ["not known: is_enabled, by var.record"],
    ],
  ],
});

const foundOut = "What happened cannot be found out later.";

const containers = (rest: object) => ({ container_definitions: JSON.stringify([{ name: "api", ...rest }]) });
itJudges(stopsLogs, {
  found: [
    [
      "what a container prints",
      [replaced("aws_ecs_task_definition.api", containers({ logConfiguration: {} }), containers({}))],
      [`high container_definitions: What the container "api" prints is kept nowhere any more. ${foundOut}`],
    ],
    [
      "logs of a cluster",
      [
        updated(
          "aws_eks_cluster.main",
          { enabled_cluster_log_types: ["api", "audit"] },
          { enabled_cluster_log_types: ["api"] },
        ),
      ],
      [`high enabled_cluster_log_types: No longer logged: audit. ${foundOut}`],
    ],
    [
      "the access log of a load balancer",
      [updated("aws_lb.web", { access_logs: [{ enabled: true, bucket: "logs" }] }, { access_logs: [] })],
      [`high access_logs.0.enabled: The access log is turned off. ${foundOut}`],
    ],
    [
      "the log of a distribution",
      [updated("aws_cloudfront_distribution.site", { logging_config: [{ bucket: "logs" }] }, { logging_config: [] })],
      [`high logging_config: The log is removed. ${foundOut}`],
    ],
    [
      "the flow log of a network",
      [destroyed("aws_flow_log.all", { vpc_id: "vpc-1" })],
      [`high: The flow log is removed. ${foundOut}`],
    ],
  ],
  well: [
    [
      "one kind of log more",
      [
        updated(
          "aws_rds_cluster.orders",
          { enabled_cloudwatch_logs_exports: [] },
          { enabled_cloudwatch_logs_exports: ["postgresql"] },
        ),
      ],
    ],
    [
      "a flow log that goes with its network",
      [destroyed("aws_flow_log.all", { vpc_id: "vpc-1" }), destroyedWhole("aws_lb.x", "vpc-1")],
    ],
    [
      "another place for the log",
      [
        updated(
          "aws_lb.web",
          { access_logs: [{ enabled: true, bucket: "logs" }] },
          { access_logs: [{ enabled: true, bucket: "other" }] },
        ),
      ],
    ],
  ],
  unknown: [
    [
      "what is logged",
      [
        updated(
          "aws_eks_cluster.main",
          { enabled_cluster_log_types: ["audit"] },
          {},
          { enabled_cluster_log_types: ["local.logs"] },
        ),
      ],
      ["not known: enabled_cluster_log_types, by local.logs"],
    ],
  ],
});
