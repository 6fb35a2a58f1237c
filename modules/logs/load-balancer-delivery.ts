import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { logDelivery } from "../blocks/bucket/log-delivery";
import type { Home } from "../core/home";

/**
 * Lets the log delivery of Elastic Load Balancing write access logs, into the folder of this account.
 *
 * The service's name works in every region; the account numbers of older regions are AWS's former way. Network load
 * balancers have another deliverer, which looks at the bucket first.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/enable-access-logs.html
 */
export const loadBalancerDelivery = (home: Home, bucketArn: string): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "LoadBalancersOfThisAccount",
    principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/${folder(home)}*`],
  },
  ...logDelivery(home, bucketArn, folder(home)),
];

const folder = ({ account }: Home): string => `AWSLogs/${account}/`;
