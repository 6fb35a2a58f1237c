import { type MetricAlarm, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { paginateListSubscriptionsByTopic } from "@aws-sdk/client-sns";
import { regionHealthAlarm } from "../../modules/observability/contract";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

type Alarm = Pick<MetricAlarm, "AlarmName" | "ActionsEnabled" | "AlarmActions">;

/** Every alarm of the region notifies a topic, each such topic has a subscription, and the region's health is among them. */
export const notifyWhoIsOnCall: Check<RecoveredRegion> = {
  id: "notify-who-is-on-call",
  title: "Every alarm of the region notifies someone",
  question: "watched",
  controls: evidence.protection,
  async ask({ aws, namePrefix }) {
    const alarms = await alarmsOf(aws, namePrefix);
    const topics = new Set(alarms.flatMap(({ AlarmActions = [] }) => AlarmActions));
    const silent = (await Promise.all([...topics].map((topic) => withoutSubscription(aws, topic)))).flat();
    const health = regionHealthAlarm(namePrefix);
    return {
      seen: `${alarms.length} alarms, ${topics.size} topic${topics.size === 1 ? "" : "s"}`,
      problems: [
        ...(alarms.some(({ AlarmName }) => AlarmName === health) ? [] : [`there is no alarm ${health}`]),
        ...alarms
          .filter(({ AlarmActions = [] }) => AlarmActions.length === 0)
          .map(({ AlarmName }) => `alarm ${AlarmName} notifies nobody`),
        ...alarms
          .filter(({ ActionsEnabled }) => ActionsEnabled !== true)
          .map(({ AlarmName }) => `alarm ${AlarmName} is silenced`),
        ...silent,
      ],
    };
  },
};

async function alarmsOf({ cloudwatch: client }: Aws, namePrefix: string): Promise<Alarm[]> {
  const AlarmNamePrefix = `${namePrefix}-`;
  return everyItem(
    paginateDescribeAlarms({ client }, { AlarmNamePrefix, AlarmTypes: ["MetricAlarm", "CompositeAlarm"] }),
    ({ MetricAlarms = [], CompositeAlarms = [] }): Alarm[] => [...MetricAlarms, ...CompositeAlarms],
  );
}

async function withoutSubscription({ sns: client }: Aws, TopicArn: string): Promise<string[]> {
  try {
    const found = await everyItem(
      paginateListSubscriptionsByTopic({ client }, { TopicArn }),
      ({ Subscriptions }) => Subscriptions,
    );
    return found.length > 0 ? [] : [`${TopicArn} has no subscription`];
  } catch (error) {
    if (error instanceof Error && error.name === "NotFoundException") return [`there is no topic ${TopicArn}`];
    throw error;
  }
}
