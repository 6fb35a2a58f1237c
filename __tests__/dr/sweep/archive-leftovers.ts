import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as firehose from "@aws-sdk/client-firehose";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

const RoleARN = "arn:aws:iam::123456789012:role/left";
const to = (bucket: string) => ({ RoleARN, BucketARN: `arn:aws:s3:::${bucket}` });

/** One leftover of each kind that brings logs to an archive. */
export const archiveLeftovers: readonly Leftover[] = [
  {
    type: "aws_kinesis_firehose_delivery_stream",
    make: async ({ aws: { firehose: client }, bucket }) => {
      const stream = { DeliveryStreamName: "left" };
      const made = await client.send(
        new firehose.CreateDeliveryStreamCommand({ ...stream, ExtendedS3DestinationConfiguration: to(bucket) }),
      );
      return {
        id: given(made.DeliveryStreamARN),
        remove: () => client.send(new firehose.DeleteDeliveryStreamCommand(stream)),
      };
    },
  },
  {
    type: "aws_cloudwatch_log_subscription_filter",
    make: async ({ aws, bucket }) => {
      const stream = { DeliveryStreamName: "of-left-filter" };
      const made = await aws.firehose.send(
        new firehose.CreateDeliveryStreamCommand({ ...stream, ExtendedS3DestinationConfiguration: to(bucket) }),
      );
      const filter = { logGroupName: "logged-before", filterName: "left" };
      const destination = { destinationArn: made.DeliveryStreamARN, roleArn: RoleARN };
      await aws.logs.send(new logs.PutSubscriptionFilterCommand({ ...filter, filterPattern: "", ...destination }));
      await aws.firehose.send(new firehose.DeleteDeliveryStreamCommand(stream));
      return {
        id: "logged-before left",
        remove: () => aws.logs.send(new logs.DeleteSubscriptionFilterCommand(filter)),
      };
    },
  },
];
