import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";

/** What Lambda does to put a function into a VPC, by the function's role; none of it can be narrowed to a resource. */
const actions = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:UnassignPrivateIpAddresses",
];

/**
 * Lets Lambda put a function into a VPC; the function's own code, which has the same role, is denied it.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice
 */
export const joinsVpc = (home: Home, functionName: string): DataAwsIamPolicyDocumentStatement[] => [
  { sid: "JoinVpc", actions, resources: ["*"] },
  {
    sid: "KeepCodeOutOfVpc",
    effect: "Deny",
    actions,
    resources: ["*"],
    condition: [
      {
        test: "ArnEquals",
        variable: "lambda:SourceFunctionArn",
        values: [home.arn("lambda", `function:${functionName}`)],
      },
    ],
  },
];
