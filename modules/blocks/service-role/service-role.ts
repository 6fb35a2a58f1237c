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

/** A service that may act by a role. */
export interface Actor {
  readonly service: string;
  /** ARN of what the service acts for, with wildcards, if it says so. */
  readonly sourceArn?: string;
}

/** Who acts by a role, for what, and what it may do. */
export interface Acting extends Actor {
  readonly statements: readonly DataAwsIamPolicyDocumentStatement[];
}

interface ServiceRoleOptions extends Acting {
  readonly home: BoundedHome;
  readonly name: string;
  /** All that may act by it, where it is more than the one. */
  readonly actors?: readonly Actor[];
}

/** A role, known once its policy is attached: whoever is given it can act at once. */
export interface ServiceRole {
  readonly arn: string;
  readonly name: string;
  /** What AWS calls this one role, and none that is made later under its name. */
  readonly uniqueId: string;
}

/** A role that AWS services act by, mostly one: for this account only, and never beyond the platform's permissions boundary. */
export function serviceRole(scope: Construct, id: string, options: ServiceRoleOptions): ServiceRole {
  const { home, name, actors = [options], statements } = options;
  const trust = new DataAwsIamPolicyDocument(scope, `${id}-trust`, {
    statement: actors.map((actor) => trusts(home, actor)),
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

function trusts(home: BoundedHome, { service, sourceArn }: Actor): DataAwsIamPolicyDocumentStatement {
  const condition = [
    ...(withoutSourceAccount.has(service) ? [] : [is("aws:SourceAccount", home.account)]),
    ...(sourceArn ? [{ test: "ArnLike", variable: "aws:SourceArn", values: [sourceArn] }] : []),
  ];
  return {
    principals: [{ type: "Service", identifiers: [service] }],
    actions: ["sts:AssumeRole"],
    ...(condition.length > 0 ? { condition } : {}),
  };
}
