import { PutCompositeAlarmCommand } from "@aws-sdk/client-cloudwatch";
import { CreateTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import type { Aws } from "../../../dr/aws";
import { need } from "./need";

/** The alarm of a region's health, which tells somebody. */
export async function makeAlarms({ cloudwatch, sns, region }: Aws, prefix: string): Promise<void> {
  const TopicArn = need((await sns.send(new CreateTopicCommand({ Name: `${prefix}-alerts` }))).TopicArn);
  await sns.send(new SubscribeCommand({ TopicArn, Protocol: "https", Endpoint: `https://${region}.example.com` }));
  const alarm = { AlarmName: `${prefix}-region-health`, AlarmRule: "FALSE", AlarmActions: [TopicArn] };
  await cloudwatch.send(new PutCompositeAlarmCommand(alarm));
}
