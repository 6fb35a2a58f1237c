import {
  type CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateDescribeSubscriptionFilters,
} from "@aws-sdk/client-cloudwatch-logs";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** What RDS makes with the first database of a region that it watches closely, and keeps. */
const ofRds = "RDSOSMetrics";

/** CloudWatch log groups, and who their logs are handed on to. */
export const logGroups: Reader = {
  service: "CloudWatch Logs",
  async list({ logs }) {
    const found = await everyItem(paginateDescribeLogGroups({ client: logs }, {}), (page) => page.logGroups);
    const ours = found.filter(({ logGroupName }) => logGroupName !== ofRds);
    const items = ours.map(async (group): Promise<Item[]> => {
      const id = given(group.arn).replace(/:\*$/, "");
      const { logGroupName: name, retentionInDays, kmsKeyId: kmsKey, logGroupClass } = group;
      return [
        { type: "aws_cloudwatch_log_group", id, name, settings: { retentionInDays, kmsKey, logGroupClass } },
        ...(await subscriptions(logs, given(name))),
      ];
    });
    return (await Promise.all(items)).flat();
  },
};

async function subscriptions(client: CloudWatchLogsClient, logGroupName: string): Promise<Item[]> {
  const filters = await everyItem(
    paginateDescribeSubscriptionFilters({ client }, { logGroupName }),
    ({ subscriptionFilters }) => subscriptionFilters,
  );
  return filters.map((filter) => ({
    type: "aws_cloudwatch_log_subscription_filter",
    id: `${logGroupName} ${filter.filterName}`,
    name: `${logGroupName} ${filter.filterName}`,
    settings: {
      pattern: filter.filterPattern,
      destination: filter.destinationArn,
      role: filter.roleArn,
      distribution: filter.distribution,
    },
  }));
}
