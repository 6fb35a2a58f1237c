import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { BoundedHome } from "../../core/home";
import { rolesPath } from "../../core/names";
import { is } from "../encryption/statements";
import { withoutSourceAccount } from "./source-account";

/** Who acts by a role, for what, and what it may do. */
export interface Acting {
  /** The service that acts by the role. */
  readonly service: string;
  /** ARN of what the service acts for, with wildcards, if it says so. */
  readonly sourceArn?: string;
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

interface ServiceRoleOptions extends Acting {
  readonly home: BoundedHome;
  readonly name: string;
}

/** A role, known once its policy is attached: whoever is given it can act at once. */
export interface ServiceRole {
  readonly arn: string;
  readonly name: string;
  /** What AWS calls this one role, and none that is made later under its name. */
  readonly uniqueId: string;
}

/** A role that one AWS service acts by: for this account only, and never beyond the platform's permissions boundary. */
export function serviceRole(scope: Construct, id: string, options: ServiceRoleOptions): ServiceRole {
  const { home, name, service, sourceArn, statements } = options;
  const condition = [
    ...(withoutSourceAccount.has(service) ? [] : [is("aws:SourceAccount", home.account)]),
    ...(sourceArn ? [{ test: "ArnLike", variable: "aws:SourceArn", values: [sourceArn] }] : []),
  ];
  const trust = new DataAwsIamPolicyDocument(scope, `${id}-trust`, {
    statement: [
      {
        principals: [{ type: "Service", identifiers: [service] }],
        actions: ["sts:AssumeRole"],
        ...(condition.length > 0 ? { condition } : {}),
      },
    ],
  });
  const role = new IamRole(scope, id, {
    name,
    path: rolesPath,
    assumeRolePolicy: trust.json,
    permissionsBoundary: home.boundaryArn,
  });
  const { uniqueId } = role;
  if (statements.length === 0) return { arn: role.arn, name: role.name, uniqueId };
  const document = new DataAwsIamPolicyDocument(scope, `${id}-permissions`, { statement: [...statements] });
  const policy = new IamRolePolicy(scope, `${id}-policy`, { name, role: role.name, policy: document.json });
  const arn = `arn:${home.partition}:iam::${home.account}:role${rolesPath}${policy.role}`;
  return { arn, name: policy.role, uniqueId };
}
