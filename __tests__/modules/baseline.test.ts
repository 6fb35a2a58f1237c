import { BaselineTier } from "../../modules/baseline/tier";
import { all, type Block, type Written, written } from "../support/module";

const baseline = (config = {}, recordsGlobalTypes = false): Written =>
  written(BaselineTier, config, { recordsGlobalTypes });
const tier = baseline();
const only = (module: Written, type: string): Block => {
  const [[, block], ...more] = all(module, type) as [[string, Block], ...unknown[]];
  expect(more).toEqual([]);
  return block;
};

describe("baseline", () => {
  it("encrypts every new volume, whoever makes it", () => {
    expect(only(tier, "aws_ebs_encryption_by_default").enabled).toBe(true);
  });

  it("opts in to backups of databases, which AWS Backup leaves out otherwise, and to nothing else", () => {
    const { resource_type_opt_in_preference, lifecycle } = only(tier, "aws_backup_region_settings");
    expect(resource_type_opt_in_preference).toEqual({ Aurora: true, RDS: true });
    // Read back whole, with types that differ by region: each plan would take them away again.
    expect(lifecycle.ignore_changes).toContain("resource_type_opt_in_preference");
  });

  it("has GuardDuty watch more than its foundation, and says of each feature whether it is on", () => {
    const features = all(tier, "aws_guardduty_detector_feature").map(([, { name, status }]) => [name, status]);
    expect(Object.fromEntries(features)).toEqual({
      S3_DATA_EVENTS: "ENABLED",
      EKS_AUDIT_LOGS: "DISABLED",
      EBS_MALWARE_PROTECTION: "ENABLED",
      RDS_LOGIN_EVENTS: "ENABLED",
      LAMBDA_NETWORK_LOGS: "ENABLED",
    });
  });

  it("sends findings from the given severity on to its topic, medium ones included", () => {
    expect(tier.resource.aws_cloudwatch_event_rule?.findings_rule?.event_pattern).toContain("var.finding_severity");
    expect(tier.variable.finding_severity?.default).toBe(4);
  });

  it("sends on whatever finds something, each event as a sentence that says where and what", () => {
    const rules = all(tier, "aws_cloudwatch_event_rule").map(([name]) => name);
    expect(rules.sort()).toEqual([
      ...["deployments_rule", "findings_rule", "health_rule", "images_rule", "noncompliant_rule"],
      ...["outside_access_rule", "refreshes_rule", "root_rule"],
    ]);
    const targets = all(tier, "aws_cloudwatch_event_target").map(([, target]) => target);
    expect(targets.map(({ rule }) => rule).sort()).toEqual(
      rules.map((name) => `\${aws_cloudwatch_event_rule.${name}.name}`),
    );
    for (const { arn, input_transformer: transformer } of targets) {
      expect(arn).toBe("${aws_sns_topic_policy.findings_policy.arn}");
      const said = [...transformer.input_template.matchAll(/<(\w+)>/g)].map(([, name]) => name);
      expect([...new Set(said)].sort()).toEqual(Object.keys(transformer.input_paths).sort());
      expect(said).toEqual(expect.arrayContaining(["account", "region"]));
    }
  });

  it("hears of refreshes that did not end well, and of deployments that ECS gave up", () => {
    const words = (rule: string): string[] =>
      tier.resource.aws_cloudwatch_event_rule?.[`${rule}_rule`]?.event_pattern.match(/(?<=")[\w.-][\w .-]*(?=")/g);
    const refresh = "EC2 Auto Scaling Instance Refresh";
    expect(words("refreshes")).toEqual([
      ...["source", "aws.autoscaling", "detail-type"],
      ...["Failed", "Cancelled", "Rollback Started", "Rollback Failed"].map((end) => `${refresh} ${end}`),
    ]);
    expect(words("deployments")).toEqual([
      ...["source", "aws.ecs", "detail-type", "ECS Deployment State Change"],
      ...["detail", "eventName", "SERVICE_DEPLOYMENT_FAILED"],
    ]);
  });

  it.each([
    ["findings", "guardDuty"],
    ["noncompliant", "config"],
    ["outside_access", "accessAnalyzer"],
  ])("hears of no %s where the organization looks for them", (rule, setting) => {
    const { aws_cloudwatch_event_rule: rules } = baseline({ [setting]: false }).resource;
    expect(Object.keys(rules ?? {})).not.toContain(`${rule}_rule`);
    expect(Object.keys(rules ?? {})).toHaveLength(7);
  });

  it("tells the subscribers", () => {
    const subscriptions = [{ name: "on-call", protocol: "https", endpoint: "https://alerts.example.com" }];
    expect(only(baseline({ subscriptions }), "aws_sns_topic_subscription")).toMatchObject({
      protocol: "https",
      endpoint: '${var.alert_endpoints["on-call"]}',
    });
  });

  it("records every resource, IAM's in one region only, into the bucket of the account's records", () => {
    const recorded = (module: Written) => only(module, "aws_config_configuration_recorder").recording_group;
    expect(recorded(tier)).toEqual({ all_supported: true, include_global_resource_types: false });
    expect(recorded(baseline({}, true))).toEqual({ all_supported: true, include_global_resource_types: true });
    expect(only(tier, "aws_config_delivery_channel").s3_bucket_name).toBe("${var.config_bucket_name}");
    expect(only(tier, "aws_config_configuration_recorder_status").is_enabled).toBe(true);
  });

  it("records every change, or the last of a day where the region file says so", () => {
    const { recording_mode: mode } = only(tier, "aws_config_configuration_recorder");
    expect(mode).toEqual({ recording_frequency: "${var.config_frequency}" });
    expect(tier.variable.config_frequency?.default).toBe("CONTINUOUS");
  });

  it("looks for access from outside of the account", () => {
    expect(only(tier, "aws_accessanalyzer_analyzer").type).toBe("ACCOUNT");
  });

  it.each([
    ["guardDuty", "aws_guardduty_detector"],
    ["config", "aws_config_configuration_recorder"],
    ["accessAnalyzer", "aws_accessanalyzer_analyzer"],
  ])("leaves the account's own alone where the organization has it: %s", (setting, type) => {
    expect(baseline({ [setting]: false }).resource).not.toHaveProperty(type);
  });
});
