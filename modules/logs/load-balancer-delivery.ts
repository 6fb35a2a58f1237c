import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../core/home";

/**
 * Lets the log delivery of Elastic Load Balancing write access logs, into the folder of this account.
 *
 * The service's name works in every region; the account numbers of older regions are AWS's former way.
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html
 */
export const loadBalancerDelivery = ({ account }: Home, bucketArn: string): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "LoadBalancersOfThisAccount",
    principals: [{ type: "Service", identifiers: ["logdelivery.elasticloadbalancing.amazonaws.com"] }],
    actions: ["s3:PutObject"],
    resources: [`${bucketArn}/AWSLogs/${account}/*`],
  },
];
