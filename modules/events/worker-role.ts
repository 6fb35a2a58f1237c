import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import { is } from "../blocks/encryption/uses";
import type { Home } from "../core/home";

interface WorkerRoleOptions {
  readonly name: string;
  readonly queueArn: string;
  readonly keyArn: string;
  readonly logGroupArn: string;
}

/** What Lambda does to the VPC for a function; none of it can be narrowed to a resource. */
const interfaceActions = [
  "ec2:AssignPrivateIpAddresses",
  "ec2:CreateNetworkInterface",
  "ec2:DeleteNetworkInterface",
  "ec2:DescribeNetworkInterfaces",
  "ec2:DescribeSubnets",
  "ec2:UnassignPrivateIpAddresses",
];

/**
 * The role of the function: take events from its queue, write its own log, nothing else.
 *
 * Lambda itself needs the role for the function's network interfaces; the function's code may not touch them.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice
 */
export function workerRole(scope: Construct, home: Home, { name, queueArn, keyArn, logGroupArn }: WorkerRoleOptions) {
  const trust = new DataAwsIamPolicyDocument(scope, "worker-trust", {
    statement: [
      { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }] },
    ],
  });
  const role = new IamRole(scope, "worker-role", {
    name,
    assumeRolePolicy: trust.json,
    permissionsBoundary: home.boundaryArn,
  });
  const document = new DataAwsIamPolicyDocument(scope, "worker-permissions", {
    statement: [
      {
        sid: "TakeEvents",
        actions: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        resources: [queueArn],
      },
      {
        sid: "DecryptEvents",
        actions: ["kms:Decrypt"],
        resources: [keyArn],
        condition: [is("kms:ViaService", `sqs.${home.region}.amazonaws.com`, `lambda.${home.region}.amazonaws.com`)],
      },
      {
        sid: "Log",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [`${logGroupArn}:log-stream:*`],
      },
      { sid: "JoinTheVpc", actions: interfaceActions, resources: ["*"] },
      {
        sid: "LeaveTheVpcToLambda",
        effect: "Deny",
        actions: interfaceActions,
        resources: ["*"],
        condition: [
          { test: "ArnEquals", variable: "lambda:SourceFunctionArn", values: [home.arn("lambda", `function:${name}`)] },
        ],
      },
    ],
  });
  const permission = new IamRolePolicy(scope, "worker-policy", { name, role: role.id, policy: document.json });
  return { role, permission };
}
