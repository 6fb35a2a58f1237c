import type { Severity } from "../rules/rule";
import type { Grant } from "./grants";
import { matches } from "./wildcard";

/** With these, whoever has them can give himself more, or others. */
const escalating = [
  "cloudformation:SetStackPolicy",
  "ec2:ModifyInstanceAttribute",
  "glue:UpdateDevEndpoint",
  "iam:AddUserToGroup",
  "iam:AttachGroupPolicy",
  "iam:AttachRolePolicy",
  "iam:AttachUserPolicy",
  "iam:CreateAccessKey",
  "iam:CreateLoginProfile",
  "iam:CreatePolicyVersion",
  "iam:DeleteRolePermissionsBoundary",
  "iam:DeleteUserPermissionsBoundary",
  "iam:PassRole",
  "iam:PutGroupPolicy",
  "iam:PutRolePermissionsBoundary",
  "iam:PutRolePolicy",
  "iam:PutUserPolicy",
  "iam:SetDefaultPolicyVersion",
  "iam:UpdateAssumeRolePolicy",
  "iam:UpdateLoginProfile",
  "kms:PutKeyPolicy",
  "lambda:AddPermission",
  "lambda:UpdateFunctionCode",
  "organizations:DetachPolicy",
  "s3:PutBucketPolicy",
  "secretsmanager:PutResourcePolicy",
  "ssm:SendCommand",
  "sts:AssumeRole",
].map((action) => action.toLowerCase());

/** What reads data, and not only what there is. */
const readsData = [
  "athena:GetQueryResults",
  "dynamodb:GetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "ecr:GetDownloadUrlForLayer",
  "kms:Decrypt",
  "lambda:GetFunction",
  "rds-data:ExecuteStatement",
  "s3:GetObject",
  "secretsmanager:GetSecretValue",
  "sqs:ReceiveMessage",
  "ssm:GetParameter",
].map((action) => action.toLowerCase());

const isOf = (what: string, actions: readonly string[]): boolean =>
  actions.some((action) => matches(what.toLowerCase(), action));

const onAll = ({ on }: Grant): boolean => on === "*" || on.startsWith("everything but ");

/** Whether a grant is of everything that there is. */
export const isEverything = (grant: Grant): boolean => onAll(grant) && (grant.what === "*" || grant.what === "*:*");

/** Whether it is of all actions of a service, on everything; or of all actions but some. */
export const isAllOfAService = (grant: Grant): boolean =>
  onAll(grant) && (grant.what.startsWith("everything but ") || /^[a-z0-9-]+:\*$/i.test(grant.what));

/** How much somebody should worry that this is allowed. */
export function gravityOf(grant: Grant): Severity {
  const { what, when } = grant;
  if (isEverything(grant)) return "critical";
  if (isAllOfAService(grant)) return "high";
  // On one resource or under a condition, it is what a program needs.
  if (isOf(what, escalating)) return onAll(grant) && when === "" ? "high" : "medium";
  if (isOf(what, readsData)) return onAll(grant) ? "medium" : "low";
  return /^[a-z0-9-]+:(batchget|check|describe|get|head|list|lookup|preview|query|scan|search|select|simulate|view)/i.test(
    what,
  )
    ? "low"
    : "medium";
}
