import type { AcmCertificate } from "@cdktf/provider-aws/lib/acm-certificate";
import type { Construct } from "constructs";
import { alarm } from "./alarm";

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
): void {
  alarm(scope, `${certificate.node.id}-expiry`, {
    name: `${name}-expiry`,
    description: `The certificate ${certificate.domainName} was not renewed. Check that its validation record is in the public zone, and what ACM says about its renewal.`,
    metrics: {
      days: {
        namespace: "AWS/CertificateManager",
        name: "DaysToExpiry",
        dimensions: { CertificateArn: certificate.arn },
        stat: "Minimum",
      },
    },
    below: daysToAct,
    periodMinutes: 24 * 60,
    evaluationPeriods: 1,
    treatMissingData: "ignore",
    topicArn,
  });
}
