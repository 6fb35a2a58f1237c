import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { is } from "../../blocks/encryption/statements";
import type { Home } from "../../core/home";
import { backupRoleName, boundaryName, rolesPath } from "../../core/names";

type Statement = DataAwsIamPolicyDocumentStatement;

/** The services that the platform's roles are for. */
const services = [
  "apigateway.amazonaws.com",
  "backup.amazonaws.com",
  "ec2.amazonaws.com",
  "ecs-tasks.amazonaws.com",
  "firehose.amazonaws.com",
  "lambda.amazonaws.com",
  "monitoring.rds.amazonaws.com",
  "vpc-flow-logs.amazonaws.com",
];

/**
 * Makes roles of services, each of them within the boundary and under the platform's path, and hands them to services.
 *
 * Whom a role trusts stays as it was made. The account tier itself, with the boundary and the roles of workflows, is
 * applied by people only.
 */
export const rolesOfServices = ({ partition, account }: Home): Statement[] => {
  const iam = (what: string): string => `arn:${partition}:iam::${account}:${what}`;
  const roles = iam(`role${rolesPath}*`);
  const profiles = iam(`instance-profile${rolesPath}*`);
  const serviceLinked = iam("role/aws-service-role/*");
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
        "iam:UpdateRole",
      ],
      resources: [roles],
      condition: [is("iam:PermissionsBoundary", `arn:${partition}:iam::${account}:policy/${boundaryName}`)],
    },
    // IAM tells of no boundary when it tags.
    { sid: "TagRoles", actions: ["iam:TagRole", "iam:UntagRole"], resources: [roles] },
    {
      sid: "KeepInstanceProfiles",
      actions: [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
        "iam:UntagInstanceProfile",
      ],
      resources: [profiles],
    },
    {
      sid: "HandRolesToServices",
      actions: ["iam:PassRole"],
      resources: [roles],
      condition: [is("iam:PassedToService", ...services)],
    },
    // CloudWatch Logs does not tell IAM that it is the one.
    { sid: "HandTheArchiverToLogs", actions: ["iam:PassRole"], resources: [iam(`role${rolesPath}*-archiver`)] },
    {
      sid: "HandAwsConfigItsOwn",
      actions: ["iam:PassRole"],
      resources: [iam("role/aws-service-role/config.amazonaws.com/*")],
      condition: [is("iam:PassedToService", "config.amazonaws.com")],
    },
    // Some services make theirs when they are first used.
    { sid: "MakeServiceLinkedRoles", actions: ["iam:CreateServiceLinkedRole"], resources: [serviceLinked] },
    {
      sid: "LeaveAllElseOfIam",
      effect: "Deny",
      actions: ["iam:Add*", "iam:Attach*", "iam:Create*", "iam:Delete*", "iam:Detach*", "iam:Put*", "iam:Update*"],
      notResources: [roles, profiles, serviceLinked],
    },
    {
      sid: "LeaveBoundaries",
      effect: "Deny",
      actions: ["iam:DeleteRolePermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:UpdateAssumeRolePolicy"],
      resources: ["*"],
    },
  ];
};

/** The boundary lets the roles of AWS Backup share snapshots: who could make one, or change one, could give data away. */
export const leaveRolesThatShare = ({ partition, account }: Home): Statement => ({
  sid: "LeaveRolesThatShare",
  effect: "Deny",
  actions: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:DeleteRole", "iam:PutRolePolicy"],
  resources: [`arn:${partition}:iam::${account}:role${rolesPath}${backupRoleName("*")}`],
});
