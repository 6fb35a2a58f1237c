import { paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** Alarms on metrics, and those on other alarms; not in which state they are. */
export const alarms: Reader = {
  service: "CloudWatch",
  async list({ cloudwatch: client }) {
    const pages = await everyItem(
      paginateDescribeAlarms({ client }, { AlarmTypes: ["MetricAlarm", "CompositeAlarm"] }),
      (page) => [page],
    );
    return pages.flatMap(({ MetricAlarms = [], CompositeAlarms = [] }): Item[] => [
      ...MetricAlarms.map((alarm) => ({
        type: "aws_cloudwatch_metric_alarm",
        id: given(alarm.AlarmArn),
        name: alarm.AlarmName,
        ...owner(alarm),
        settings: {
          metric: [alarm.Namespace, alarm.MetricName].join(" "),
          dimensions: alarm.Dimensions,
          metrics: alarm.Metrics,
          statistic: alarm.Statistic ?? alarm.ExtendedStatistic,
          period: alarm.Period,
          evaluationPeriods: alarm.EvaluationPeriods,
          datapointsToAlarm: alarm.DatapointsToAlarm,
          comparison: alarm.ComparisonOperator,
          threshold: alarm.Threshold,
          treatMissingData: alarm.TreatMissingData,
          ...told(alarm),
        },
      })),
      ...CompositeAlarms.map((alarm) => ({
        type: "aws_cloudwatch_composite_alarm",
        id: given(alarm.AlarmArn),
        name: alarm.AlarmName,
        settings: { rule: alarm.AlarmRule, suppressor: alarm.ActionsSuppressor, ...told(alarm) },
      })),
    ]);
  },
};

/** A scaling policy that follows a target makes alarms of its own, and takes them along. */
const owner = ({ AlarmActions = [] }: Telling): { ownedBy?: string } => {
  const policy = AlarmActions.find((action) => action.includes(":scalingPolicy:"));
  return policy ? { ownedBy: policy } : {};
};

interface Telling {
  readonly ActionsEnabled?: boolean;
  readonly AlarmActions?: string[];
  readonly OKActions?: string[];
  readonly InsufficientDataActions?: string[];
  readonly AlarmDescription?: string;
}

const told = (alarm: Telling) => ({
  description: alarm.AlarmDescription,
  actionsEnabled: alarm.ActionsEnabled,
  alarmActions: alarm.AlarmActions,
  okActions: alarm.OKActions,
  insufficientDataActions: alarm.InsufficientDataActions,
});
