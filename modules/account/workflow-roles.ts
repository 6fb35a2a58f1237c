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
import { is } from "../blocks/encryption/statements";
import type { Home } from "../core/home";
import { type Workflow, workflowRoleName } from "./contract";
import { applying, planning } from "./workflow-permissions";

const issuer = "token.actions.githubusercontent.com";
const hour = 3600;

interface WorkflowRolesOptions {
  readonly repository: string;
  /** Whether the account's OIDC provider of GitHub is made here, or looked up. */
  readonly githubProvider: "own" | "existing";
  readonly drillRole: boolean;
  readonly home: Home;
}

interface WorkflowRole {
  /** Who takes it on, as GitHub's token says it. */
  readonly subject: string;
  readonly maxSessionDuration: number;
  /** The policy of AWS's own that it has. */
  readonly managed: string;
  readonly statement: DataAwsIamPolicyDocumentStatement[];
}

/**
 * The roles that workflows of one repository on GitHub take on, by OIDC: no key is kept anywhere.
 *
 * Each trusts one subject exactly: plans of pull requests read only; an apply, and a drill, come from the GitHub
 * environment of that name, which may ask for a review first.
 * https://docs.github.com/en/actions/concepts/security/openid-connect
 */
export function workflowRoles(
  scope: Construct,
  { repository, githubProvider, drillRole, home }: WorkflowRolesOptions,
): void {
  const url = `https://${issuer}`;
  const provider =
    githubProvider === "existing"
      ? new DataAwsIamOpenidConnectProvider(scope, "github", { url })
      : new IamOpenidConnectProvider(scope, "github", { url, clientIdList: ["sts.amazonaws.com"] });

  const role = (name: Workflow, { subject, maxSessionDuration, managed, statement }: WorkflowRole): void => {
    const trust = new DataAwsIamPolicyDocument(scope, `${name}-trust`, {
      statement: [
        {
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: [{ type: "Federated", identifiers: [provider.arn] }],
          condition: [is(`${issuer}:aud`, "sts.amazonaws.com"), is(`${issuer}:sub`, `repo:${repository}:${subject}`)],
        },
      ],
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
    const document = new DataAwsIamPolicyDocument(scope, `${name}-permissions`, { statement });
    new IamRolePolicy(scope, `${name}-policy`, { name, role: made.id, policy: document.json });
  };

  role("plan", {
    subject: "pull_request",
    maxSessionDuration: hour,
    managed: "ReadOnlyAccess",
    statement: planning(home),
  });
  const apply = { managed: "PowerUserAccess", statement: applying(home) };
  role("apply", { ...apply, subject: "environment:apply", maxSessionDuration: 2 * hour });
  if (drillRole) role("drill", { ...apply, subject: "environment:drill", maxSessionDuration: 4 * hour });
}
