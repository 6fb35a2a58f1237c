import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider";
import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { type Workflow, workflowRoleName } from "./contract";
import { applying, planning } from "./permissions";
import { issuer, type Trusted, workflowTrust } from "./trust";

const hour = 3600;

interface WorkflowRolesOptions extends Omit<Trusted, "providerArn"> {
  /** Whether the account's OIDC provider of GitHub is made here, or looked up. */
  readonly githubProvider: "own" | "existing";
  readonly workflows: readonly Workflow[];
  readonly home: Home;
}

interface WorkflowRole {
  readonly maxSessionDuration: number;
  /** The policy of AWS's own that it has. */
  readonly managed: string;
  permissions(home: Home): DataAwsIamPolicyDocumentStatement[];
}

const roles: Readonly<Record<Workflow, WorkflowRole>> = {
  plan: { maxSessionDuration: hour, managed: "ReadOnlyAccess", permissions: planning },
  apply: { maxSessionDuration: 2 * hour, managed: "PowerUserAccess", permissions: applying },
  drill: { maxSessionDuration: 4 * hour, managed: "PowerUserAccess", permissions: applying },
};

/** The roles that workflows of one repository on GitHub take on, by OIDC: no key is kept anywhere. */
export function workflowRoles(
  scope: Construct,
  { githubProvider, workflows, home, ...trusted }: WorkflowRolesOptions,
): void {
  const url = `https://${issuer}`;
  const provider =
    githubProvider === "existing"
      ? new DataAwsIamOpenidConnectProvider(scope, "github", { url })
      : new IamOpenidConnectProvider(scope, "github", { url, clientIdList: ["sts.amazonaws.com"] });

  for (const name of workflows) {
    const { maxSessionDuration, managed, permissions } = roles[name];
    const trust = new DataAwsIamPolicyDocument(scope, `${name}-trust`, {
      statement: [workflowTrust(name, { ...trusted, providerArn: provider.arn })],
    });
    const made = new IamRole(scope, name, {
      name: workflowRoleName(name),
      assumeRolePolicy: trust.json,
      maxSessionDuration,
    });
    new IamRolePolicyAttachment(scope, `${name}-managed`, {
      role: made.name,
      policyArn: `arn:${home.partition}:iam::aws:policy/${managed}`,
    });
    const document = new DataAwsIamPolicyDocument(scope, `${name}-permissions`, { statement: permissions(home) });
    new IamRolePolicy(scope, `${name}-policy`, { name, role: made.id, policy: document.json });
  }
}
