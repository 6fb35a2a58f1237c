import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { is } from "../../blocks/encryption/statements";
import type { Home } from "../../core/home";
import { originSecretPrefix } from "../../dns/contract";
import { lockTableName, stateBucketName } from "../../state/contract";
import { workflowRoleName, workflows } from "./contract";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * What a plan needs beyond reading: the lock of each state, the header that origins are known by, and the random text that
 * a new one would be. No other secret.
 */
export const planning = (home: Home): Statement[] => {
  const { partition, account } = home;
  return [
    {
      sid: "LockStates",
      actions: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"],
      resources: [`arn:${partition}:dynamodb:*:${account}:table/${lockTableName}`],
    },
    {
      sid: "LockStatesInBuckets",
      actions: ["s3:DeleteObject", "s3:PutObject"],
      resources: [`arn:${partition}:s3:::${stateBucketName(home, "*")}/*.tflock`],
    },
    {
      sid: "ReadOriginSecrets",
      actions: ["secretsmanager:GetSecretValue"],
      resources: [`arn:${partition}:secretsmanager:*:${account}:secret:${originSecretPrefix("*")}*`],
    },
    // It is about no resource, and tells nothing that is kept.
    { sid: "GetRandomText", actions: ["secretsmanager:GetRandomPassword"], resources: ["*"] },
    {
      sid: "OpenStates",
      actions: ["kms:Decrypt", "kms:GenerateDataKey"],
      resources: [`arn:${partition}:kms:*:${account}:key/*`],
      condition: [
        { test: "StringLike", variable: "kms:ViaService", values: ["s3.*", "dynamodb.*", "secretsmanager.*"] },
      ],
    },
  ];
};

/**
 * What an apply needs beyond what PowerUserAccess gives: roles, each of them within the boundary. It changes no other:
 * who rewrites the trust of an administrator's role becomes one.
 *
 * The account tier itself, with the boundary and the roles of workflows, is applied by people only.
 */
export const applying = ({ partition, account, boundaryArn }: Home): Statement[] => {
  const role = (name: string) => `arn:${partition}:iam::${account}:role/${name}`;
  const roles = [role("*")];
  return [
    {
      sid: "KeepRolesWithinTheBoundary",
      actions: [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
      ],
      resources: roles,
      condition: [is("iam:PermissionsBoundary", boundaryArn)],
    },
    // IAM tells of no boundary when it tags.
    { sid: "TagRoles", actions: ["iam:TagRole", "iam:UntagRole"], resources: roles },
    {
      sid: "KeepInstanceProfiles",
      actions: [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
      ],
      resources: [`arn:${partition}:iam::${account}:instance-profile/*`],
    },
    {
      sid: "HandRolesToServices",
      actions: ["iam:PassRole"],
      resources: roles,
      condition: [
        {
          test: "StringEquals",
          variable: "iam:PassedToService",
          values: passedTo,
        },
      ],
    },
    { sid: "ReadRoles", actions: ["iam:Get*", "iam:List*"], resources: ["*"] },
    {
      sid: "LeaveWhatKeepsThemInBounds",
      effect: "Deny",
      actions: ["iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Set*", "iam:Update*"],
      resources: [boundaryArn, ...workflows.map(workflowRoleName).map(role)],
    },
    // The key of the database's secret opens for those who make it; its value is for the shop.
    {
      sid: "LeaveDatabaseSecrets",
      effect: "Deny",
      actions: ["secretsmanager:GetSecretValue"],
      resources: [`arn:${partition}:secretsmanager:*:${account}:secret:rds!*`],
    },
    {
      sid: "NeverTakeABoundaryOff",
      effect: "Deny",
      actions: ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary"],
      resources: ["*"],
    },
  ];
};

/** The services that the platform's roles are for; AWS Config is handed its service-linked one with each recorder. */
const passedTo = [
  "apigateway.amazonaws.com",
  "backup.amazonaws.com",
  "config.amazonaws.com",
  "ec2.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "firehose.amazonaws.com",
  "lambda.amazonaws.com",
  "logs.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];
