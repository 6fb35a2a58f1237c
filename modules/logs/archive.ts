import { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { Construct } from "constructs";
import { byWayOf } from "../blocks/encryption/statements";
import { serviceRole } from "../blocks/service-role/service-role";
import type { BoundedHome } from "../core/home";

interface ArchiveOptions {
  readonly name: string;
  readonly bucketArn: string;
  readonly keyArn: string;
}

/**
 * The stream that brings logs to the archive, encrypted on the way, every five minutes: one JSON object a line, each with
 * its log group and stream, compressed, in a folder a day. What cannot be unpacked is kept under `unreadable/`.
 */
export function archiveStream(
  scope: Construct,
  home: BoundedHome,
  { name, bucketArn, keyArn }: ArchiveOptions,
): KinesisFirehoseDeliveryStream {
  const role = serviceRole(scope, "archiving", {
    home,
    name: `${name}-delivery`,
    service: "firehose.amazonaws.com",
    statements: [
      { sid: "FindTheBucket", actions: ["s3:GetBucketLocation", "s3:ListBucket"], resources: [bucketArn] },
      {
        sid: "WriteObjects",
        actions: [
          "s3:AbortMultipartUpload",
          "s3:ListBucketMultipartUploads",
          "s3:ListMultipartUploadParts",
          "s3:PutObject",
        ],
        resources: [bucketArn, `${bucketArn}/*`],
      },
      {
        sid: "EncryptThroughS3",
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [keyArn],
        condition: [byWayOf(home.region, "s3")],
      },
    ],
  });
  return new KinesisFirehoseDeliveryStream(scope, "archive", {
    name,
    destination: "extended_s3",
    serverSideEncryption: { enabled: true, keyType: "CUSTOMER_MANAGED_CMK", keyArn },
    extendedS3Configuration: {
      roleArn: role.arn,
      bucketArn,
      kmsKeyArn: keyArn,
      prefix: "logs/!{timestamp:yyyy/MM/dd}/",
      errorOutputPrefix: "unreadable/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
      bufferingInterval: 300,
      bufferingSize: 64,
      compressionFormat: "GZIP",
      // CloudWatch Logs sends gzip without ends of lines.
      // https://docs.aws.amazon.com/firehose/latest/dev/writing-with-cloudwatch-logs-decompression.html
      processingConfiguration: {
        enabled: true,
        processors: [
          { type: "Decompression", parameters: [{ parameterName: "CompressionFormat", parameterValue: "GZIP" }] },
          { type: "AppendDelimiterToRecord", parameters: [{ parameterName: "Delimiter", parameterValue: "\\n" }] },
        ],
      },
    },
  });
}
