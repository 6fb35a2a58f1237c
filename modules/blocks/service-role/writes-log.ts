import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";

type Statement = DataAwsIamPolicyDocumentStatement;

/** Lets a role write one log group, which it cannot create: a group does not come back after a destroy. */
export const writesLog = (logGroupArn: string): Statement => ({
  sid: "WriteLog",
  actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
  resources: [`${logGroupArn}:log-stream:*`],
});

/** Lets a role look for the streams of one log group, as some writers do first. */
export const listsStreams = (logGroupArn: string): Statement => ({
  sid: "ListStreams",
  actions: ["logs:DescribeLogStreams"],
  resources: [logGroupArn, `${logGroupArn}:log-stream:*`],
});
