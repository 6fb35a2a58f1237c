import { ObservabilityTier } from "../../modules/observability/tier";
import { all, type Block, written } from "../support/module";
import { knownMetrics } from "./observability/known-metrics";

const region = {
  webCompute: "ec2",
  apiCompute: "ec2",
  databaseEngine: "aurora",
  readerCount: 2,
  zones: ["a", "b", "c"],
  natGateways: "zone",
};
const with_ = (derived: object) => written(ObservabilityTier, {}, { ...region, ...derived });
const tier = with_({});
const alternatives = [
  tier,
  with_({ webCompute: "ecs", apiCompute: "lambda", databaseEngine: "rds" }),
  with_({ webCompute: "lambda", apiCompute: "ecs", readerCount: 0 }),
];
const alarmsOf = (module: typeof tier) => all(module, "aws_cloudwatch_metric_alarm");
const names = (module: typeof tier) => alarmsOf(module).map(([name]) => name);

describe("observability", () => {
  it.each([
    ["errors of ours", ["web_errors", "entrance_errors"]],
    ["latency", ["web_latency"]],
    ["unhealthy targets", ["web_unhealthy", "api_unhealthy"]],
    [
      "zones without a target, or with few",
      ["web_zone_empty", "web_zones_uneven", "api_zone_empty", "api_zones_uneven"],
    ],
    [
      "connections to the API that fail, which is all that its load balancer sees",
      ["api_tls", "api_resets", "api_ports"],
    ],
    ["CPU", ["web_cpu", "api_cpu", "database_cpu"]],
    [
      "the database's capacity, connections, memory and readers",
      ["database_capacity", "database_connections", "database_memory", "database_replica_lag"],
    ],
    ["the way into the archive", ["archive_late"]],
    ["each NAT gateway", ["nat_a_ports", "nat_b_ports", "nat_c_ports", "nat_a_drops", "nat_b_drops", "nat_c_drops"]],
  ])("watches %s", (_, expected) => {
    expect(names(tier)).toEqual(expect.arrayContaining(expected));
  });

  it("follows what the tiers run on", () => {
    const other = with_({ webCompute: "ecs", apiCompute: "lambda", databaseEngine: "rds", natGateways: "one" });
    expect(names(other)).toEqual(
      expect.arrayContaining(["web_memory", "api_function_errors", "api_throttles", "database_storage", "nat_a_ports"]),
    );
    for (const gone of [
      "web_status",
      "api_unhealthy",
      "api_tls",
      "database_capacity",
      "database_replica_lag",
      "nat_b_ports",
    ])
      expect(names(other)).not.toContain(gone);
  });

  it.each(alternatives)("tells the alert topic when a promise is broken and when it is kept again (%#)", (module) => {
    for (const [, alarm] of [...alarmsOf(module), ...all(module, "aws_cloudwatch_composite_alarm")]) {
      expect(alarm).toMatchObject({
        alarm_actions: ["${var.alert_topic_arn}"],
        ok_actions: ["${var.alert_topic_arn}"],
      });
      expect(alarm.alarm_description).toMatch(/\.$/);
    }
  });

  it("names for a busy database what AWS shows its statements in", () => {
    const { database_cpu: busy } = Object.fromEntries(alarmsOf(tier));
    expect(busy?.alarm_description).toContain("CloudWatch Database Insights");
  });

  it("rings for the region when customers suffer, and not for what only the platform feels", () => {
    const [[, health = {}] = []] = all(tier, "aws_cloudwatch_composite_alarm");
    for (const name of ["web_errors", "entrance_errors", "web_latency", "web_zone_empty", "api_zone_empty"])
      expect(health.alarm_rule).toContain(`aws_cloudwatch_metric_alarm.${name}.alarm_name`);
    expect(health.alarm_rule).not.toContain("cpu");
  });

  it("takes silence for a failure only where targets must be counted", () => {
    const breaching = alarmsOf(tier).filter(([, alarm]) => alarm.treat_missing_data === "breaching");
    expect(breaching.map(([name]) => name)).toEqual(["web_zone_empty", "api_zone_empty"]);
  });

  it("shows the region in the order in which a request meets its tiers", () => {
    const [[, { dashboard_body: body = "" } = {}] = []] = all(tier, "aws_cloudwatch_dashboard");
    const places = ["Alarms", "## Entrance", "## Web", "## Api", "## Database", "## Way out", "## Logs"].map((title) =>
      body.indexOf(`"${title}`),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each(alternatives)("places graphs at whole columns, which CloudWatch wants, and fills each row (%#)", (module) => {
    const [[, { dashboard_body: body = "" } = {}] = []] = all(module, "aws_cloudwatch_dashboard");
    const graphs = [...body.matchAll(/"type" = "metric", "x" = ([\d.]+), "y" = (\d+), "width" = ([\d.]+)/g)].map(
      ([, x, y, width]) => ({ x: Number(x), y: Number(y), width: Number(width) }),
    );
    expect(graphs.length).toBeGreaterThan(10);
    const filled = new Map<number, number>();
    for (const { x, y, width } of graphs) {
      expect({ x, width }).toEqual({ x: filled.get(y) ?? 0, width: Math.trunc(width) });
      filled.set(y, x + width);
    }
    expect(new Set(filled.values())).toEqual(new Set([24]));
  });

  it("sends every line of every log group of the region to the archive", () => {
    const [[, filter = {}] = []] = all(tier, "aws_cloudwatch_log_subscription_filter");
    expect(filter).toMatchObject({
      for_each: "${toset(var.log_group_names)}",
      log_group_name: "${each.value}",
      filter_pattern: "",
      destination_arn: "${var.archive_stream_arn}",
    });
  });

  it.each(alternatives)("names no metric that AWS does not publish with these dimensions (%#)", (module) => {
    const used = alarmsOf(module).flatMap(([, alarm]) => metricsOf(alarm));
    expect(used.length).toBeGreaterThan(10);
    for (const metric of used) expect(knownMetrics).toContain(metric);
  });

  it.each(alternatives)("shows no metric that AWS does not publish with these dimensions (%#)", (module) => {
    const [[, { dashboard_body: body = "" } = {}] = []] = all(module, "aws_cloudwatch_dashboard");
    const shown = [...body.matchAll(/\["(AWS\/\w+)", "([\w.]+)"((?:, "\w+", (?!\{)[^{]*?)+), \{"stat"/g)];
    expect(shown.length).toBeGreaterThan(10);
    for (const [, namespace, name, pairs = ""] of shown) {
      const dimensions = [...pairs.matchAll(/, "(LoadBalancer|TargetGroup|[A-Z]\w+)", /g)].map(([, key]) => key);
      expect(knownMetrics).toContain([namespace, name, ...dimensions.sort()].join(" "));
    }
  });
});

const metricsOf = (alarm: Block): string[] => {
  const parts: Block[] = alarm.metric_query ? alarm.metric_query.flatMap(({ metric }: Block) => metric ?? []) : [alarm];
  return parts.map(({ namespace, metric_name, dimensions }) =>
    [namespace, metric_name, ...Object.keys(dimensions).sort()].join(" "),
  );
};
