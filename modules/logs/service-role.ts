import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
  type DataAwsIamPolicyDocumentStatementCondition,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Home } from "../core/home";

interface ServiceRoleOptions {
  readonly name: string;
  /** The service that acts by the role. */
  readonly service: string;
  /** For whom it acts. */
  readonly condition: DataAwsIamPolicyDocumentStatementCondition;
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

/** A role that one AWS service acts by; its ARN, known once it may do what it is for. */
export function serviceRole(
  scope: Construct,
  id: string,
  { account, partition, boundaryArn }: Home,
  { name, service, condition, statements }: ServiceRoleOptions,
): string {
  const trust = new DataAwsIamPolicyDocument(scope, `${id}-trust`, {
    statement: [
      {
        principals: [{ type: "Service", identifiers: [service] }],
        actions: ["sts:AssumeRole"],
        condition: [condition],
      },
    ],
  });
  const role = new IamRole(scope, id, {
    name,
    assumeRolePolicy: trust.json,
    permissionsBoundary: boundaryArn,
  });
  const document = new DataAwsIamPolicyDocument(scope, `${id}-permissions`, { statement: [...statements] });
  const permission = new IamRolePolicy(scope, `${id}-permission`, { name, role: role.id, policy: document.json });
  return `arn:${partition}:iam::${account}:role/${permission.role}`;
}
