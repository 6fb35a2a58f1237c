import {
  DescribeDeliveryStreamCommand,
  type ExtendedS3DestinationDescription,
  type FirehoseClient,
  ListDeliveryStreamsCommand,
} from "@aws-sdk/client-firehose";
import { given } from "../answers";
import type { Reader } from "../reader";

/** Firehose streams: how they are encrypted, and what they bring where. */
export const deliveryStreams: Reader = {
  service: "Firehose",
  async list({ firehose: client }) {
    const names = await streamNames(client);
    return Promise.all(
      names.map(async (DeliveryStreamName) => {
        const asked = await client.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName }));
        const stream = given(asked.DeliveryStreamDescription);
        const { KeyType, KeyARN, Status } = stream.DeliveryStreamEncryptionConfiguration ?? {};
        return {
          type: "aws_kinesis_firehose_delivery_stream",
          id: given(stream.DeliveryStreamARN),
          name: DeliveryStreamName,
          settings: {
            status: stream.DeliveryStreamStatus,
            source: stream.DeliveryStreamType,
            encryption: { status: Status, keyType: KeyType, key: KeyARN },
            destinations: stream.Destinations?.map(({ ExtendedS3DestinationDescription: s3 }) => s3 && bucket(s3)),
          },
        };
      }),
    );
  },
};

const bucket = (s3: ExtendedS3DestinationDescription) => ({
  bucket: s3.BucketARN,
  role: s3.RoleARN,
  prefix: s3.Prefix,
  errorPrefix: s3.ErrorOutputPrefix,
  buffering: s3.BufferingHints,
  compression: s3.CompressionFormat,
  encryption: s3.EncryptionConfiguration,
  processing: s3.ProcessingConfiguration,
  backup: s3.S3BackupMode,
});

/** Every name; the SDK has no pages for this list. */
async function streamNames(client: FirehoseClient, after?: string): Promise<string[]> {
  const { DeliveryStreamNames = [], HasMoreDeliveryStreams } = await client.send(
    new ListDeliveryStreamsCommand({ ExclusiveStartDeliveryStreamName: after }),
  );
  return HasMoreDeliveryStreams
    ? [...DeliveryStreamNames, ...(await streamNames(client, DeliveryStreamNames.at(-1)))]
    : DeliveryStreamNames;
}
