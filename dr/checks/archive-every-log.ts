import {
  paginateDescribeLogGroups,
  paginateDescribeSubscriptionFilters,
  type SubscriptionFilter,
} from "@aws-sdk/client-cloudwatch-logs";
import { DescribeDeliveryStreamCommand } from "@aws-sdk/client-firehose";
import type { Aws } from "../aws";
import type { Check } from "../check";
import { evidence } from "../controls";
import { given, unlessAbsent } from "../inventory/answers";
import { everyItem } from "../lookup/pages";
import type { RecoveredRegion } from "./view";

/** Every log group of the region is subscribed, without a filter, by a stream that delivers to a bucket. */
export const archiveEveryLog: Check<RecoveredRegion> = {
  id: "archive-every-log",
  title: "Every log of the region is archived",
  question: "watched",
  controls: evidence.protection,
  async ask({ aws, namePrefix }) {
    const groups = await everyItem(paginateDescribeLogGroups({ client: aws.logs }, {}), ({ logGroups }) => logGroups);
    const names = groups.map(({ logGroupName }) => given(logGroupName)).filter((name) => name.includes(namePrefix));
    const problems = await Promise.all(names.map((name) => problemsOf(aws, name)));
    return {
      seen: `${names.length} log groups`,
      problems: names.length === 0 ? ["there is no log group"] : problems.flat(),
    };
  },
};

async function problemsOf(aws: Aws, logGroupName: string): Promise<string[]> {
  const filters = await everyItem(
    paginateDescribeSubscriptionFilters({ client: aws.logs }, { logGroupName }),
    ({ subscriptionFilters }) => subscriptionFilters,
  );
  const whole = filters.filter(({ filterPattern }) => !filterPattern);
  if (whole.length === 0) return [`not all that ${logGroupName} holds goes to an archive`];
  const delivered = await Promise.all(whole.map((filter) => delivers(aws, filter)));
  return delivered.some(Boolean) ? [] : [`what takes the logs of ${logGroupName} delivers to no bucket`];
}

async function delivers({ firehose }: Aws, { destinationArn }: SubscriptionFilter): Promise<boolean> {
  const DeliveryStreamName = destinationArn?.split(":deliverystream/")[1];
  if (DeliveryStreamName === undefined) return false;
  const asked = firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName }));
  const stream = (await unlessAbsent(asked, "ResourceNotFoundException"))?.DeliveryStreamDescription;
  const buckets = stream?.Destinations?.map((to) => to.ExtendedS3DestinationDescription?.BucketARN) ?? [];
  return stream?.DeliveryStreamStatus === "ACTIVE" && buckets.some(Boolean);
}
