import { always, bookOf, costing, resource } from "./support";

/** Sums are made by hand, in the comment beside each, of prices that the test itself says. */
const within2Percent = (usd: number, byHand: number): void => {
  expect(usd).toBeGreaterThan(byHand * 0.98);
  expect(usd).toBeLessThan(byHand * 1.02);
};

const group = resource("aws_autoscaling_group", {
  min_size: 4,
  max_size: 12,
  mixed_instances_policy: {
    instances_distribution: { on_demand_base_capacity: 4, on_demand_percentage_above_base_capacity: 0 },
    launch_template: { override: [{ instance_type: "t4g.small" }, { instance_type: "m7g.medium" }] },
  },
});
const groupPrices = bookOf({ "ec2.t4g.small": 0.02, "ec2.m7g.medium": 0.05 }, { "ec2.t4g.small": 50 });

describe("a mixed group", () => {
  it("costs its base on demand and the rest on Spot", () => {
    const { expected } = costing([group], groupPrices, { scaledOutShare: always(0.5), spotDiscountKept: always(1) });
    within2Percent(expected, 58.4 + 29.2); // 4 × 730 × 0.02; half of the 8 beyond, 4 × 730 × 0.01
  });

  it("costs at the least its minimum of the cheapest type, at the most its maximum of the dearest", () => {
    const { low, high } = costing([group], groupPrices, {
      scaledOutShare: { low: 0, expected: 0.5, high: 1, source: "test" },
    });
    within2Percent(low, 58.4); // 4 × 730 × 0.02
    within2Percent(high, 438); // 12 × 730 × 0.05: nobody knows a Spot price of m7g.medium
  });

  it("says which of its types have no price there", () => {
    const { unpriced } = costing([group], bookOf({ "ec2.t4g.small": 0.02 }));
    expect(unpriced).toEqual(["m7g.medium in eu-west-1, where the group gets it: no price in the price book"]);
  });

  it("has the volumes and the detailed monitoring of its instances", () => {
    const template = resource("aws_launch_template", {
      block_device_mappings: [{ ebs: { volume_size: 20 } }],
      monitoring: { enabled: true },
    });
    const book = bookOf({ "ebs.gp3.gbmonth": 0.1, "cw.metric.custom.month.0-10k": 0.3 });
    within2Percent(costing([group, template], book, { scaledOutShare: always(0) }).expected, 16.4); // 4 × 20 × 0.1 + 4 × 7 × 0.3
  });
});

it("prices an Aurora instance by its capacity units, between minimum and maximum", () => {
  const cluster = resource("aws_rds_cluster", {
    serverlessv2_scaling_configuration: { min_capacity: 1, max_capacity: 33 },
  });
  const member = resource("aws_rds_cluster_instance", { instance_class: "db.serverless" });
  const { low, expected, high } = costing([cluster, member], bookOf({ "aurora.sv2.acuhour": 0.14 }), {
    databaseLoadShare: { low: 0, expected: 0.25, high: 1, source: "test" },
  });
  within2Percent(low, 102.2); // 1 × 730 × 0.14
  within2Percent(expected, 919.8); // (1 + 8) × 730 × 0.14
  within2Percent(high, 3_372.6); // 33 × 730 × 0.14
});

it("prices Aurora's storage and requests with the cluster", () => {
  const book = bookOf({ "aurora.storage.gbmonth": 0.11, "aurora.io.perM": 0.22 });
  const used = { databaseGb: always(100), databaseIoMillion: always(200) };
  within2Percent(costing([resource("aws_rds_cluster", {})], book, used).expected, 55); // 11 + 44
});

it("prices an RDS instance over several zones with its standby", () => {
  const instance = resource("aws_db_instance", {
    instance_class: "db.t4g.medium",
    multi_az: true,
    allocated_storage: 50,
  });
  const book = bookOf({ "rds.pg.db.t4g.medium.multiaz.hour": 0.138, "rds.gp3.multiaz.gbmonth": 0.254 });
  within2Percent(costing([instance], book, { databaseGb: always(20) }).expected, 113.44); // 100.74 + 12.7
});

it("prices a NAT gateway by hours, traffic, and what leaves", () => {
  const book = bookOf({ "nat.hour": 0.048, "nat.gb": 0.048, "dt.out.internet.gb.0-10TB": 0.09 });
  const two = ["a", "b"].map((name) => resource("aws_nat_gateway", {}, { address: name }));
  within2Percent(costing(two, book, { natGb: always(200) }).expected, 88.68); // 2 × 35.04 + 200 × 0.048 + 100 × 0.09
});

it("prices traffic between zones on both sides", () => {
  const { expected } = costing([resource("aws_vpc", {})], bookOf({ "dt.interaz.gb": 0.01 }), {
    crossZoneGb: always(500),
  });
  within2Percent(expected, 10); // 500 × 2 × 0.01
});

it("prices an interface endpoint in each of its zones, and a gateway endpoint with nothing", () => {
  const book = bookOf({ "vpce.hour": 0.011, "vpce.gb.0-1PB": 0.01 });
  const ids = ["${aws_subnet.a.id}", "${aws_subnet.b.id}", "${aws_subnet.c.id}"];
  const both = [
    resource("aws_vpc_endpoint", { vpc_endpoint_type: "Interface", subnet_ids: ids }),
    resource("aws_vpc_endpoint", { vpc_endpoint_type: "Gateway" }, { address: "gateway" }),
  ];
  within2Percent(costing(both, book, { endpointGb: always(100) }).expected, 25.09); // 3 × 730 × 0.011 + 1
});

it("prices flow logs by where they go, and nothing of a stream for those that go straight to a bucket", () => {
  const book = bookOf({
    "cw.logs.vended.gb.0-10TB": 0.5,
    "cw.logs.vended.s3.gb.0-10TB": 0.25,
    "firehose.directput.gb.0-500TB": 0.03,
  });
  const stream = resource("aws_kinesis_firehose_delivery_stream", {});
  const costs = (log: object) =>
    costing([resource("aws_flow_log", { ...log }), stream], book, { flowLogGb: always(100), logGb: always(10) })
      .expected;
  within2Percent(costs({}), 53.3); // 100 × 0.5 + 110 × 0.03
  within2Percent(costs({ log_destination_type: "s3" }), 25.3); // 100 × 0.25 + 10 × 0.03
});

it("prices a public load balancer with its addresses, and an internal one without", () => {
  const subnets = ["a", "b", "c"];
  const book = bookOf({
    "alb.hour": 0.0252,
    "alb.lcuhour": 0.008,
    "ipv4.inuse.hour": 0.005,
    "nlb.hour": 0.0252,
    "nlb.nlcuhour": 0.006,
  });
  const used = { loadBalancerUnits: always(2), networkBalancerUnits: always(1) };
  const web = resource("aws_lb", { load_balancer_type: "application", internal: false, subnets });
  const api = resource("aws_lb", { load_balancer_type: "network", internal: true, subnets });
  within2Percent(costing([web], book, used).expected, 41.03); // 18.4 + 11.68 + 10.95
  within2Percent(costing([api], book, used).expected, 22.78); // 18.4 + 4.38
});

it("prices a public IPv4 address by the hour", () => {
  within2Percent(costing([resource("aws_eip", {})], bookOf({ "ipv4.inuse.hour": 0.005 })).expected, 3.65);
});

it("prices a health check with each option", () => {
  const check = resource("aws_route53_health_check", { type: "HTTPS", request_interval: 10 });
  const book = bookOf({ "r53.health.aws.month@global": 0.5, "r53.health.option.aws.month@global": 1 });
  within2Percent(costing([check], book).expected, 2.5); // 0.5 + HTTPS + ten seconds
});

it("prices a web ACL by itself, its rules and its requests", () => {
  const firewall = resource("aws_wafv2_web_acl", { scope: "CLOUDFRONT", rule: [{}, {}, {}, {}, {}] });
  const book = bookOf({ "waf.cloudfront.webacl.month@global": 5, "waf.rule.month": 1, "waf.requests.perM": 0.6 });
  within2Percent(costing([firewall], book, { requestsMillion: always(30) }).expected, 28); // 5 + 5 + 18
});

it("prices logs where they are taken in and where they are kept", () => {
  const group = resource("aws_cloudwatch_log_group", { retention_in_days: 91.25 });
  const book = bookOf({ "cw.logs.ingest.gb": 0.57, "cw.logs.storage.gbmonth": 0.03 });
  const used = { logGb: always(30), logCompression: always(0.15) };
  within2Percent(costing([group], book, used).expected, 17.51); // 17.1 + 30 × 3 × 0.15 × 0.03
});

it("prices a key by its versions and requests", () => {
  const key = resource("aws_kms_key", { enable_key_rotation: true });
  const book = bookOf({ "kms.key.month": 1, "kms.requests.per10k": 0.03 });
  const { expected, high } = costing([key], book, { kmsRequestsMillion: always(1) });
  within2Percent(expected, 4); // 1 + 100 × 0.03
  within2Percent(high, 6); // two rotations more
});

it("prices copies of Aurora's backups as full ones, sent and kept each time", () => {
  const cluster = resource("aws_rds_cluster", { backup_retention_period: 14 });
  const copies = [
    { destination_vault_arn: "arn:aws:backup:eu-central-1:1:backup-vault:copies", lifecycle: { delete_after: 2 } },
  ];
  const plan = resource("aws_backup_plan", {
    rule: [
      {
        rule_name: "by-the-hour",
        schedule: "cron(0 0/1 * * ? *)",
        lifecycle: { delete_after: 2 },
        copy_action: copies,
      },
    ],
  });
  const book = bookOf({
    "aurora.backup.gbmonth": 0.021,
    "aurora.backup.gbmonth@eu-central-1": 0.02,
    "dt.interregion.gb": 0.02,
  });
  // 730 copies of 10 GB sent for 0.02; 48 of 10 GB kept there for 0.02; here they are free within the 14 days.
  within2Percent(costing([cluster, plan], book, { databaseGb: always(10) }).expected, 146 + 9.6);
});

it("prices copies in another account of the region by what is kept there: nothing is sent elsewhere", () => {
  const vault = "arn:${local.partition}:backup:eu-west-1:444455556666:backup-vault:copies";
  const plan = resource("aws_backup_plan", {
    rule: [
      {
        ...{ rule_name: "daily", schedule: "cron(0 2 * * ? *)", lifecycle: { delete_after: 10 } },
        copy_action: [{ destination_vault_arn: vault, lifecycle: { delete_after: 10 } }],
      },
    ],
  });
  const selection = resource("aws_backup_selection", { resources: ["arn:aws:rds:eu-west-1:1:cluster:shop"] });
  const book = bookOf({ "aurora.backup.gbmonth": 0.02, "dt.interregion.gb": 0.02 });
  within2Percent(costing([selection, plan], book, { databaseGb: always(10) }).expected, 4); // 10 of 10 GB here and there
});

it("prices GuardDuty by events and logs, Config by changes and evaluations", () => {
  const book = bookOf({
    "guardduty.cloudtrail.perM": 4.4,
    "guardduty.flowdns.gb.0-500": 1.1,
    "config.item": 0.003,
    "config.rule.eval.0-100k": 0.001,
  });
  const all = [
    resource("aws_guardduty_detector", {}),
    resource("aws_vpc", {}),
    resource("aws_config_configuration_recorder", {}),
    resource("aws_config_config_rule", {}),
  ];
  const used = {
    guardDutyEventsMillion: always(2),
    flowLogGb: always(50),
    configItems: always(1_000),
    configEvaluations: always(3_000),
  };
  within2Percent(costing(all, book, used).expected, 69.8); // 8.8 + 55 + 3 + 3
});

it("prices what Config records daily by its own price", () => {
  const recorder = (recording_frequency: string) =>
    resource("aws_config_configuration_recorder", { recording_mode: { recording_frequency } });
  const book = bookOf({ "config.item": 0.003, "config.item.daily": 0.012 });
  const costs = (frequency: string) => costing([recorder(frequency)], book, { configItems: always(1_000) }).expected;
  within2Percent(costs("CONTINUOUS"), 3);
  within2Percent(costs("DAILY"), 12);
});

it("prices customers of Cognito beyond the free ones", () => {
  const pool = resource("aws_cognito_user_pool", { user_pool_tier: "ESSENTIALS" });
  within2Percent(
    costing([pool], bookOf({ "cognito.essentials.mau": 0.015 }), { customersBeyondFree: always(2_000) }).expected,
    30,
  );
});

it("prices the log of queries, dashboards and alarms", () => {
  const book = bookOf({
    "cw.logs.vended.gb.0-10TB": 0.5,
    "cw.logs.storage.gbmonth": 0.03,
    "cw.dashboard.month@global": 3,
    "cw.alarm.standard.month": 0.1,
    "cw.alarm.composite.month": 0.5,
  });
  const all = [
    resource("aws_cloudwatch_log_group", { retention_in_days: 30 }, { tier: "dns" }),
    resource("aws_cloudwatch_dashboard", {}),
    resource("aws_cloudwatch_metric_alarm", { metric_name: "CPUUtilization", period: 60 }),
    resource(
      "aws_cloudwatch_metric_alarm",
      { metric_query: [{ metric: { period: 60 } }, { metric: { period: 60 } }, {}] },
      { address: "query" },
    ),
    resource("aws_cloudwatch_composite_alarm", {}),
  ];
  // 10 million queries of 200 bytes: 2 GB × 0.5; kept 2 × 0.99 × 0.15 × 0.03; 3 + 0.1 + 2 × 0.1 + 0.5
  within2Percent(
    costing(all, book, { dnsQueriesMillion: always(10), logCompression: always(0.15) }).expected,
    1 + 0.009 + 3.8,
  );
});

it("prices the metrics of each rule of a copy that has them", () => {
  const rule = (status: string) => ({ destination: [{ metrics: [{ status }] }] });
  const copy = resource("aws_s3_bucket_replication_configuration", {
    rule: [rule("Enabled"), rule("Enabled"), rule("Disabled"), { destination: [{}] }],
  });
  within2Percent(costing([copy], bookOf({ "cw.metric.custom.month.0-10k": 0.3 })).expected, 2.4); // 2 × 4 × 0.3
});

it("prices a secret and each of its replicas where it is", () => {
  const secret = resource("aws_secretsmanager_secret", { replica: [{ region: "eu-central-1" }] });
  const book = bookOf({
    "secrets.secret.month": 0.4,
    "secrets.secret.month@eu-central-1": 0.5,
    "secrets.api.per10k": 0.05,
  });
  within2Percent(costing([secret], book, { secretReadsMillion: always(0.1) }).expected, 1.4); // 0.4 + 0.5 + 10 × 0.05
});

it("prices what CloudFront sends and answers where its customers are", () => {
  const book = bookOf({
    "cloudfront.out.gb.0-10TB@eu": 0.085,
    "cloudfront.https.per10k@eu": 0.012,
    "cloudfront.origin.gb@eu": 0.02,
  });
  const used = { requestsMillion: always(10), responseKb: always(50), originShare: always(0.5) };
  within2Percent(costing([resource("aws_cloudfront_distribution", {})], book, used).expected, 54.6); // 42.5 + 12 + 0.1
});

it("prices tasks on demand and on Spot by processor and memory", () => {
  const providers = [
    { capacity_provider: "FARGATE", base: 4 },
    { capacity_provider: "FARGATE_SPOT", weight: 1 },
  ];
  const all = [
    resource("aws_ecs_service", { desired_count: 4, capacity_provider_strategy: providers }),
    resource("aws_ecs_task_definition", {
      cpu: "512",
      memory: "1024",
      runtime_platform: { cpu_architecture: "ARM64" },
    }),
    resource("aws_appautoscaling_target", { min_capacity: 4, max_capacity: 8 }),
  ];
  const book = bookOf({ "fargate.arm.vcpuhour": 0.03, "fargate.arm.gbhour": 0.004 });
  // 8 tasks of half a processor and 1 GB: no Spot price is known here, so they cost as on demand
  within2Percent(costing(all, book, { scaledOutShare: always(1) }).expected, 110.96); // 8 × 730 × (0.015 + 0.004)
});

it("prices a function by calls and time", () => {
  const worker = resource("aws_lambda_function", { architectures: ["arm64"], memory_size: 512 }, { tier: "events" });
  const book = bookOf({ "lambda.requests.perM": 0.2, "lambda.gbsecond.arm": 0.0000133334 });
  const used = { eventsMillion: always(10), functionMs: always(200) };
  within2Percent(costing([worker], book, used).expected, 15.33); // 2 + 10⁷ × 0.2 s × 0.5 GB × 0.0000133334
});

it("prices nodes of a cache, and what events cost on their way in", () => {
  const cache = resource("aws_elasticache_replication_group", {
    node_type: "cache.t4g.small",
    engine: "valkey",
    num_cache_clusters: 2,
  });
  within2Percent(costing([cache], bookOf({ "elasticache.cache.t4g.small.valkey.hour": 0.0272 })).expected, 39.71); // 2 × 730 × 0.0272
  const intake = [
    resource("aws_apigatewayv2_api", {}),
    resource("aws_sqs_queue", { redrive_policy: "{}" }),
    resource("aws_sqs_queue", {}, { address: "failed" }),
  ];
  const book = bookOf({ "apigw.http.perM.0-300M": 1.11, "sqs.standard.perM": 0.4 });
  within2Percent(costing(intake, book, { eventsMillion: always(10) }).expected, 23.1); // 11.1 + 3 × 10 × 0.4
});

it("prices what is beyond a tier by the next one", () => {
  const book = bookOf({
    "cloudfront.out.gb.0-10TB@eu": 0.085,
    "cloudfront.out.gb.10-50TB@eu": 0.08,
    "cloudfront.https.per10k@eu": 0,
    "cloudfront.origin.gb@eu": 0,
  });
  const used = { requestsMillion: always(200), responseKb: always(100) };
  // 20,000 GB: 10,240 × 0.085 + 9,760 × 0.08
  within2Percent(costing([resource("aws_cloudfront_distribution", {})], book, used).expected, 1_651.2);
});

it("tells Shield Advanced apart from the sum", () => {
  const { expected, unpriced } = costing(
    [resource("aws_shield_subscription", {})],
    bookOf({ "shield.advanced.month@global": 3_000 }),
  );
  expect({ expected, unpriced }).toEqual({ expected: 0, unpriced: [] });
});

it("lists what has no price in a region, and does not count it as nothing", () => {
  const { unpriced } = costing(
    [resource("aws_nat_gateway", {}, { region: "eu-south-1" })],
    bookOf({ "nat.hour": 0.048 }),
  );
  expect(unpriced).toContain("hours (nat.hour): no price for eu-south-1");
});
