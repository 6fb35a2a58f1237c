import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Construct } from "constructs";

const day = 24 * 60 * 60;

/** ACM renews 60 days before the end; when half of that has passed, it has failed and somebody must look. */
const daysToAct = 30;

/**
 * An alarm on a certificate that is not renewed in time.
 *
 * ACM says once a day how many days are left, and nothing of a certificate that has expired: the alarm then stays.
 * https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
 */
export function certificateExpiry(
  scope: Construct,
  certificate: AcmCertificate,
  { name, topicArn }: { readonly name: string; readonly topicArn: string },
): CloudwatchMetricAlarm {
  return new CloudwatchMetricAlarm(scope, `${certificate.node.id}-expiry`, {
    alarmName: `${name}-expiry`,
    alarmDescription: `The certificate ${certificate.domainName} was not renewed. See whether its validation record is in the public zone, and what ACM says of its renewal.`,
    namespace: "AWS/CertificateManager",
    metricName: "DaysToExpiry",
    dimensions: { CertificateArn: certificate.arn },
    statistic: "Minimum",
    period: day,
    evaluationPeriods: 1,
    comparisonOperator: "LessThanThreshold",
    threshold: daysToAct,
    treatMissingData: "ignore",
    alarmActions: [topicArn],
    okActions: [topicArn],
  });
}
