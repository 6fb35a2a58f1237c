import { pagePath } from "../../modules/failover/contract";
import { FailoverTier } from "../../modules/failover/tier";
import { all, written } from "../support/module";
import { statements } from "../support/statements";

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
    const ours =
      "arn:${data.aws_partition.partition.partition}:cloudfront::${data.aws_caller_identity.caller.account_id}:distribution/*";
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
