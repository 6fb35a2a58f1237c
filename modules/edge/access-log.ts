import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import type { Construct } from "constructs";

/** What is kept of a request: no cookies, and no query, where forms and links carry what is secret. */
const fields = [
  "date",
  "time",
  "x-edge-location",
  "sc-bytes",
  "c-ip",
  "cs-method",
  "cs(Host)",
  "cs-uri-stem",
  "sc-status",
  "cs(Referer)",
  "cs(User-Agent)",
  "x-edge-result-type",
  "x-edge-request-id",
  "x-host-header",
  "cs-protocol",
  "cs-bytes",
  "time-taken",
  "ssl-protocol",
  "ssl-cipher",
  "x-edge-response-result-type",
  "cs-protocol-version",
  "c-port",
  "time-to-first-byte",
  "x-edge-detailed-result-type",
  "sc-content-type",
  "sc-content-len",
];

interface AccessLogOptions {
  readonly name: string;
  readonly distributionArn: string;
  readonly bucketArn: string;
}

/**
 * CloudFront's access log, delivered to a bucket that no customer's access list opens.
 *
 * The delivery is declared in us-east-1, wherever the bucket is.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html
 */
export function accessLog(scope: Construct, { name, distributionArn, bucketArn }: AccessLogOptions): void {
  const source = new CloudwatchLogDeliverySource(scope, "access-log-source", {
    name,
    logType: "ACCESS_LOGS",
    resourceArn: distributionArn,
  });
  const destination = new CloudwatchLogDeliveryDestination(scope, "access-log-destination", {
    name,
    outputFormat: "json",
    deliveryDestinationConfiguration: [{ destinationResourceArn: bucketArn }],
  });
  new CloudwatchLogDelivery(scope, "access-log", {
    deliverySourceName: source.name,
    deliveryDestinationArn: destination.arn,
    recordFields: fields,
    s3DeliveryConfiguration: [
      { suffixPath: "/{DistributionId}/{yyyy}/{MM}/{dd}/{HH}", enableHiveCompatiblePath: false },
    ],
  });
}
