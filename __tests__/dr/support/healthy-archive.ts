import { CreateLogGroupCommand, PutSubscriptionFilterCommand } from "@aws-sdk/client-cloudwatch-logs";
import { CreateDeliveryStreamCommand } from "@aws-sdk/client-firehose";
import type { Aws } from "../../../dr/aws";

const roleArn = "arn:aws:iam::123456789012:role/archiver";

/** A log group whose logs go to an archive: the names of both. */
export async function makeArchive({ logs, firehose }: Aws, prefix: string) {
  const names = { DeliveryStreamName: `${prefix}-archive`, logGroupName: `/${prefix}/web` };
  const { DeliveryStreamARN: destinationArn } = await firehose.send(
    new CreateDeliveryStreamCommand({
      DeliveryStreamName: names.DeliveryStreamName,
      ExtendedS3DestinationConfiguration: { RoleARN: roleArn, BucketARN: `arn:aws:s3:::${prefix}-archive` },
    }),
  );
  const { logGroupName } = names;
  await logs.send(new CreateLogGroupCommand({ logGroupName }));
  const filter = { logGroupName, filterName: "archive", filterPattern: "", destinationArn, roleArn };
  await logs.send(new PutSubscriptionFilterCommand(filter));
  return { ...names, filter };
}
