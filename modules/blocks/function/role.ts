import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import type { LambdaInputs } from "../compute/contract";
import type { Service } from "../compute/service";

interface Given {
  readonly name: string;
  readonly inputs: LambdaInputs;
  readonly service: Service;
  readonly place: Home;
  readonly logGroupArn: string;
}

/** The role of the function: its place in the VPC, its own log group, its traces, and what the service says. */
export function role(scope: Construct, { name, inputs, service, place, logGroupArn }: Given) {
  const assume = new DataAwsIamPolicyDocument(scope, "assume", {
    statement: [
      { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["lambda.amazonaws.com"] }] },
    ],
  });
  const functionRole = new IamRole(scope, "role", {
    name,
    assumeRolePolicy: assume.json,
    permissionsBoundary: place.boundaryArn,
  });
  const document = new DataAwsIamPolicyDocument(scope, "permissions", {
    statement: [
      ...interfaces(place.arn("lambda", `function:${name}`)),
      {
        sid: "Log",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [`${logGroupArn}:log-stream:*`],
      },
      ...(inputs.tracing ? traces : []),
      ...service.statements,
    ],
  });
  const policy = new IamRolePolicy(scope, "policy", { name, role: functionRole.id, policy: document.json });
  return { functionRole, policy };
}

/**
 * What Lambda does to put the function into the VPC, with the function's role; none of it can be narrowed to a resource.
 * The function's own code, which has the same role, is denied it.
 *
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
 */
const interfaces = (functionArn: string): DataAwsIamPolicyDocumentStatement[] => {
  const actions = [
    "ec2:AssignPrivateIpAddresses",
    "ec2:CreateNetworkInterface",
    "ec2:DeleteNetworkInterface",
    "ec2:DescribeNetworkInterfaces",
    "ec2:DescribeSubnets",
    "ec2:UnassignPrivateIpAddresses",
  ];
  return [
    { sid: "JoinVpc", actions, resources: ["*"] },
    {
      sid: "KeepCodeOutOfVpc",
      effect: "Deny",
      actions,
      resources: ["*"],
      condition: [{ test: "ArnEquals", variable: "lambda:SourceFunctionArn", values: [functionArn] }],
    },
  ];
};

/** X-Ray's two calls; neither can be narrowed to a resource. */
const traces: DataAwsIamPolicyDocumentStatement[] = [
  { sid: "Trace", actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"], resources: ["*"] },
];
