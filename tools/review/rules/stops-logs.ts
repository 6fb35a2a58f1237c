import type { Path } from "../../../terraform/plan/decided";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { type Guard, given, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { containers } from "../read/containers";
import { finding, ok, type Rule, type Verdict } from "./rule";

/** Kinds of logs, the fewer the worse. */
const kinds = (...path: Path): Guard => ({
  ...given(path, "A kind of log"),
  worth: (value) => (Array.isArray(value) ? value.length : 0),
  enough: 0,
  changed: (before, after) => {
    const [was, is] = [before, after].map((value) => (Array.isArray(value) ? value : []));
    return `No longer logged: ${(was ?? []).filter((one) => !is?.includes(one)).join(", ")}.`;
  },
});
const settings = (...path: Path): Guard => ({ ...given(path, "The log"), enough: 0 });
const published: Guard = {
  ...given(["log_publishing_options"], "A log of the domain"),
  worth: (options) => blocksIn({ options }, "options").filter(({ enabled }) => enabled !== false).length,
  enough: 0,
};

const means = "What happened cannot be found out later.";
const wayOut = "Keep the log, and let it go to storage that is cheap.";

/** What a container prints is kept where its driver puts it. */
const printsNowhere = (change: ResourceChange): Verdict[] =>
  containers(change).map(({ name, before, after }) =>
    before?.logConfiguration && !after.logConfiguration
      ? finding({
          severity: "high",
          attribute: "container_definitions",
          why: `What the container "${name}" prints is kept nowhere any more. ${means}`,
          wayOut,
        })
      : ok,
  );

/** A log that is not written cannot be read later. */
const stopped = weakening({
  id: "stops-logs",
  about: "A log is written no longer, or less is logged.",
  cannotSee: "What programs log themselves, and whether anybody reads it.",
  guards: {
    aws_api_gateway_stage: [settings("access_log_settings")],
    aws_apigatewayv2_stage: [settings("access_log_settings")],
    aws_cloudfront_distribution: [settings("logging_config")],
    aws_db_instance: [kinds("enabled_cloudwatch_logs_exports")],
    aws_docdb_cluster: [kinds("enabled_cloudwatch_logs_exports")],
    aws_eks_cluster: [kinds("enabled_cluster_log_types")],
    aws_elasticache_replication_group: [settings("log_delivery_configuration")],
    aws_elb: [{ ...on(["access_logs", 0, "enabled"], "The access log"), enough: 0 }],
    aws_flow_log: [{ ...ranked(["traffic_type"], "What is logged", ["ACCEPT", "REJECT", "ALL"]), enough: 0 }],
    aws_lb: [
      { ...on(["access_logs", 0, "enabled"], "The access log"), enough: 0 },
      { ...on(["connection_logs", 0, "enabled"], "The log of connections"), enough: 0 },
    ],
    aws_mq_broker: [{ ...on(["logs", 0, "audit"], "The audit log"), enough: 0 }],
    aws_neptune_cluster: [kinds("enable_cloudwatch_logs_exports")],
    aws_opensearch_domain: [published],
    aws_rds_cluster: [kinds("enabled_cloudwatch_logs_exports")],
    aws_sfn_state_machine: [
      {
        ...ranked(["logging_configuration", 0, "level"], "The level", [null, "OFF", "FATAL", "ERROR", "ALL"]),
        enough: 0,
      },
    ],
  },
  apart: {
    aws_cloudwatch_log_delivery: { what: "A delivery of logs" },
    aws_cloudwatch_log_subscription_filter: { what: "The copy of a log group", of: "log_group_name" },
    aws_flow_log: { what: "The flow log", of: "vpc_id" },
    aws_networkfirewall_logging_configuration: { what: "The log of the firewall", of: "firewall_arn" },
    aws_redshift_logging: { what: "The log of the warehouse", of: "cluster_identifier" },
    aws_route53_query_log: { what: "The log of queries", of: "zone_id" },
    aws_route53_resolver_query_log_config: { what: "The log of queries" },
    aws_s3_bucket_logging: { what: "The access log of the bucket", of: "bucket" },
    aws_vpclattice_access_log_subscription: { what: "The access log", of: "resource_identifier" },
    aws_wafv2_web_acl_logging_configuration: { what: "The log of the web ACL", of: "resource_arn" },
  },
  weaker: "high",
  means,
  wayOut,
});

export const stopsLogs: Rule = also(stopped, { aws_ecs_task_definition: printsNowhere });
