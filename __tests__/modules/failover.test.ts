import { FailoverTier } from "../../modules/failover/tier";
import { all, written } from "../support/module";

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
