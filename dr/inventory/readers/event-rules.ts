import { ListRulesCommand, ListTargetsByRuleCommand } from "@aws-sdk/client-eventbridge";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** EventBridge rules on the default bus, with where their events go. */
export const eventRules: Reader = {
  service: "EventBridge",
  async list({ eventBridge: client }) {
    const items: Item[] = [];
    let NextToken: string | undefined;
    do {
      const page = await client.send(new ListRulesCommand({ NextToken }));
      for (const { Arn, Name, EventPattern, ScheduleExpression, State, ManagedBy } of page.Rules ?? []) {
        const { Targets = [] } = await client.send(new ListTargetsByRuleCommand({ Rule: Name }));
        items.push({
          type: "aws_cloudwatch_event_rule",
          id: given(Arn),
          name: Name,
          ...(ManagedBy ? { ownedBy: ManagedBy } : {}),
          settings: {
            pattern: EventPattern,
            schedule: ScheduleExpression,
            state: State,
            targets: Targets.map((target) => target.Arn),
          },
        });
      }
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    return items;
  },
};
