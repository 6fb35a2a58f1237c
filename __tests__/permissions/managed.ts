import type { Policy } from "./policies";

const allowing = (...Statement: object[]): Policy => ({
  Version: "2012-10-17",
  Statement: Statement.map((one) => ({ Effect: "Allow", ...one })),
});

/** Policies that AWS keeps, as far as they matter here. https://docs.aws.amazon.com/aws-managed-policy/latest/reference */
export const managed: Readonly<Record<string, Policy>> = {
  PowerUserAccess: allowing(
    { NotAction: ["iam:*", "organizations:*", "account:*"], Resource: "*" },
    { Action: ["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole", "iam:ListRoles"], Resource: "*" },
  ),
  // Nothing that reads a value which is kept secret: GetSecretValue and Decrypt are not in it.
  ReadOnlyAccess: allowing({ Action: ["iam:Get*", "iam:List*", "s3:Get*", "s3:List*"], Resource: "*" }),
  AmazonRDSEnhancedMonitoringRole: allowing(
    { Action: ["logs:CreateLogGroup", "logs:PutRetentionPolicy"], Resource: "arn:aws:logs:*:*:log-group:RDS*" },
    {
      Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:GetLogEvents", "logs:PutLogEvents"],
      Resource: "arn:aws:logs:*:*:log-group:RDS*:log-stream:*",
    },
  ),
};
