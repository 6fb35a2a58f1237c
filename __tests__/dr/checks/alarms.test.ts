import { DeleteAlarmsCommand, DisableAlarmActionsCommand, PutMetricAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateTopicCommand, DeleteTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { type Aws, connect } from "../../../dr/aws";
import { ask } from "../../../dr/check";
import { notifyWhoIsOnCall } from "../../../dr/checks/notify-who-is-on-call";
import type { RecoveredRegion } from "../../../dr/checks/view";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";
import { need } from "../support/need";

let local: GatedAws;
let aws: Aws;
beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
});
afterAll(() => local.stop());

const alarm = (AlarmName: string, AlarmActions: string[]) =>
  aws.cloudwatch.send(
    new PutMetricAlarmCommand({
      ...{ AlarmName, AlarmActions, Namespace: "AWS/RDS", MetricName: "CPUUtilization", Statistic: "Average" },
      ...{ Period: 60, EvaluationPeriods: 1, Threshold: 80, ComparisonOperator: "GreaterThanThreshold" },
    }),
  );

it("fails when an alarm notifies nobody, is silenced, or its topic has no subscription, or the region's health is not watched", async () => {
  const view = { aws, namePrefix: "calls" } as unknown as RecoveredRegion;
  const topic = need((await aws.sns.send(new CreateTopicCommand({ Name: "calls-alerts" }))).TopicArn);
  await aws.sns.send(
    new SubscribeCommand({ TopicArn: topic, Protocol: "https", Endpoint: "https://calls.example.com" }),
  );
  await alarm("calls-region-health", [topic]);
  await alarm("calls-cpu", [topic]);
  expect(await ask(notifyWhoIsOnCall, view)).toMatchObject({ status: "passed", seen: "2 alarms, 1 topic" });

  await alarm("calls-cpu", []);
  await aws.cloudwatch.send(new DisableAlarmActionsCommand({ AlarmNames: ["calls-region-health"] }));
  expect(await ask(notifyWhoIsOnCall, view)).toMatchObject({
    status: "failed",
    problems: ["alarm calls-cpu notifies nobody", "alarm calls-region-health is silenced"],
  });

  await aws.cloudwatch.send(new DeleteAlarmsCommand({ AlarmNames: ["calls-region-health"] }));
  const quiet = need((await aws.sns.send(new CreateTopicCommand({ Name: "quiet" }))).TopicArn);
  await alarm("calls-cpu", [quiet]);
  expect(await ask(notifyWhoIsOnCall, view)).toMatchObject({
    status: "failed",
    problems: ["there is no alarm calls-region-health", `${quiet} has no subscription`],
  });

  await aws.sns.send(new DeleteTopicCommand({ TopicArn: quiet }));
  expect((await ask(notifyWhoIsOnCall, view)).problems).toContain(`there is no topic ${quiet}`);
});
