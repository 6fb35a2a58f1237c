import { pagePath } from "../../modules/failover/contract";
import { FailoverTier } from "../../modules/failover/tier";
import { all, type Block, written } from "../support/module";
import { statements } from "../support/statements";
import { mistrusted } from "../support/trust";

const failover = written(FailoverTier, {}, { liveRegions: ["eu-west-1"], standbyRegions: ["eu-central-1"] });
const alarms = Object.fromEntries(all(failover, "aws_cloudwatch_metric_alarm"));

it("has a fence for each live region, and an opening for each that a lost one is rebuilt in", () => {
  expect(failover.output.switch_alarm_names?.value).toEqual([
    "${aws_cloudwatch_metric_alarm.fence_eu_west_1.alarm_name}",
    "${aws_cloudwatch_metric_alarm.opening_eu_central_1.alarm_name}",
  ]);
  expect(alarms.fence_eu_west_1).toMatchObject({ metric_name: "Fenced", dimensions: { Region: "eu-west-1" } });
  expect(alarms.opening_eu_central_1).toMatchObject({ metric_name: "Open", dimensions: { Region: "eu-central-1" } });
});

it("rings as long as a switch is set, whether or not its value is sent again", () => {
  for (const alarm of Object.values(alarms))
    expect(alarm).toMatchObject({
      comparison_operator: "GreaterThanOrEqualToThreshold",
      threshold: 1,
      period: 60,
      evaluation_periods: 1,
      treat_missing_data: "ignore",
      alarm_actions: ["${var.findings_topic_arn}"],
    });
});

it("keeps customers away where a minute has both values", () => {
  expect(alarms.fence_eu_west_1?.statistic).toBe("Maximum");
  expect(alarms.opening_eu_central_1?.statistic).toBe("Minimum");
});

describe("the page that customers get while no region is open", () => {
  it("is where the edge looks for it, and loads nothing that the shop's policy for pages would refuse", () => {
    const page = failover.resource.aws_s3_object?.page;
    expect(page).toMatchObject({
      key: pagePath.slice(1),
      content: "${var.unavailable_page}",
      cache_control: "max-age=60",
    });
    const html = failover.variable?.unavailable_page?.default;
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).not.toMatch(/<(script|style|link|img)|style=|https?:/);
  });

  it("is read by CloudFront's distributions of this account alone", () => {
    const ours = "arn:${local.partition}:cloudfront::${local.account}:distribution/*";
    const reading = statements(failover, "page_bucket_policy").filter(({ effect }) => effect !== "Deny");
    expect(reading).toMatchObject([
      {
        principals: [{ type: "Service", identifiers: ["cloudfront.amazonaws.com"] }],
        actions: ["s3:GetObject"],
        condition: [{ test: "ArnLike", variable: "aws:SourceArn", values: [ours] }],
      },
    ]);
  });
});

describe("the copy of the states", () => {
  const copying = written(
    FailoverTier,
    { copiesStatesTo: "eu-central-1" },
    { liveRegions: ["eu-west-1"], standbyRegions: ["eu-central-1"] },
  );
  const account = "${local.account}";
  const here = "${local.region}";
  const bucket = (region: string) => `arn:\${local.partition}:s3:::shop-state-${account}-${region}`;
  const prefixes = ["${var.global_state_prefix}", "${var.region_state_prefix}"];

  it("is not made unless a region file says where it goes", () => {
    expect(failover.resource.aws_s3_bucket_replication_configuration).toBeUndefined();
    expect(failover.resource.aws_iam_role).toBeUndefined();
  });

  it("has the states of global tiers and of this region, and nothing else of the bucket, under the key of the other one", () => {
    const { state_copy: copy } = Object.fromEntries(all(copying, "aws_s3_bucket_replication_configuration"));
    expect(copy?.bucket).toBe(`shop-state-${account}-${here}`);
    expect(copy?.rule.map(({ filter }: Block) => filter.prefix)).toEqual(prefixes);
    expect(new Set(copy?.rule.map(({ priority }: Block) => priority)).size).toBe(2);
    for (const rule of copy?.rule ?? [])
      expect(rule).toMatchObject({
        status: "Enabled",
        source_selection_criteria: { sse_kms_encrypted_objects: { status: "Enabled" } },
        destination: {
          bucket: bucket("eu-central-1"),
          encryption_configuration: {
            replica_kms_key_id: `arn:\${local.partition}:kms:eu-central-1:${account}:alias/shop-state-${account}-eu-central-1`,
          },
        },
      });
  });

  it("is watched: an alarm on what S3 could not copy by each rule rings until something is copied again", () => {
    const { state_copy: copy } = Object.fromEntries(all(copying, "aws_s3_bucket_replication_configuration"));
    const watching = all(copying, "aws_cloudwatch_metric_alarm").filter(([name]) => name.startsWith("state_copy"));
    expect(watching.map(([, { dimensions }]) => dimensions)).toEqual(
      copy?.rule.map(({ id }: Block) => ({
        ...{ SourceBucket: copy?.bucket, DestinationBucket: `shop-state-${account}-eu-central-1`, RuleId: id },
      })),
    );
    for (const [, alarm] of watching)
      expect(alarm).toMatchObject({
        ...{ namespace: "AWS/S3", metric_name: "OperationsFailedReplication", statistic: "Sum", period: 60 },
        ...{ comparison_operator: "GreaterThanThreshold", threshold: 0, evaluation_periods: 1 },
        ...{ treat_missing_data: "ignore", alarm_actions: ["${var.findings_topic_arn}"] },
      });
    for (const rule of copy?.rule ?? []) expect(rule.destination.metrics).toEqual({ status: "Enabled" });
    expect(Object.keys(alarms).filter((name) => name.startsWith("state_copy"))).toEqual([]);
  });

  it("keeps what is deleted here", () => {
    const { state_copy: copy } = Object.fromEntries(all(copying, "aws_s3_bucket_replication_configuration"));
    for (const rule of copy?.rule ?? []) expect(rule.delete_marker_replication).toEqual({ status: "Disabled" });
    const allowed = statements(copying, "state_copier_permissions").flatMap(({ actions }) => actions);
    expect(allowed.filter((action) => /Delete/.test(action ?? ""))).toEqual([]);
  });

  it("is made by a role within the boundary, which reads states here and writes copies there, and nothing else", () => {
    expect(mistrusted(copying)).toEqual([]);
    expect(copying.resource.aws_iam_role?.state_copier?.permissions_boundary).toBe("${var.boundary_arn}");
    const allowed = Object.fromEntries(
      statements(copying, "state_copier_permissions").map(({ sid, resources }) => [sid, resources]),
    );
    expect(allowed).toMatchObject({
      SeeWhatIsToBeCopied: [bucket(here)],
      ReadStates: prefixes.map((prefix) => `${bucket(here)}/${prefix}*`),
      WriteCopies: prefixes.map((prefix) => `${bucket("eu-central-1")}/${prefix}*`),
    });
  });

  it.each([
    ["DecryptStates", "kms:Decrypt", here],
    ["EncryptCopies", "kms:Encrypt", "eu-central-1"],
  ])("uses a key by S3 of its region, and only that of its states: %s", (sid, action, region) => {
    const use = statements(copying, "state_copier_permissions").find((one) => one.sid === sid);
    expect(use).toMatchObject({
      actions: [action],
      condition: [
        { test: "StringEquals", variable: "kms:ViaService", values: [`s3.${region}.amazonaws.com`] },
        {
          test: "ForAnyValue:StringEquals",
          variable: "kms:ResourceAliases",
          values: [`alias/shop-state-${account}-${region}`],
        },
      ],
    });
  });
});
