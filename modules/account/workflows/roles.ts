import { DataAwsIamOpenidConnectProvider } from "@cdktf/provider-aws/lib/data-aws-iam-openid-connect-provider";
import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamOpenidConnectProvider } from "@cdktf/provider-aws/lib/iam-openid-connect-provider";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { platform } from "../../core/names";
import { changing } from "./actions/changing";
import { making } from "./actions/making";
import { reading } from "./actions/reading";
import { sweeping } from "./actions/sweeping";
import { issuer, type Workflow, workflowRoleName } from "./contract";
import { applying, drilling, planning } from "./permissions";
import type { Kept } from "./states";
import { type Trusted, workflowTrust } from "./trust";

const hour = 3600;

interface WorkflowRolesOptions extends Omit<Trusted, "providerArn"> {
  /** Whether the account's OIDC provider of GitHub is made here, or looked up. */
  readonly githubProvider: "own" | "existing";
  readonly workflows: readonly Workflow[];
  readonly home: Home;
  /** Whether the roles of AWS Backup may share snapshots. */
  readonly sharesBackups: boolean;
}

const actionsOf = { reading, making, changing, sweeping };
type List = keyof typeof actionsOf;
const lists = ["reading", "making", "changing", "sweeping"] as const satisfies readonly List[];

interface WorkflowRole {
  readonly maxSessionDuration: number;
  /** What it may do with everything. */
  readonly actions: readonly List[];
  /** What it may do beside that, with what is named. */
  permissions(kept: Kept): DataAwsIamPolicyDocumentStatement[];
}

const roles: Readonly<Record<Workflow, WorkflowRole>> = {
  plan: { maxSessionDuration: hour, actions: ["reading"], permissions: planning },
  apply: { maxSessionDuration: 2 * hour, actions: ["reading", "making", "changing"], permissions: applying },
  drill: { maxSessionDuration: 4 * hour, actions: ["reading", "making", "sweeping"], permissions: drilling },
};

/** The roles that workflows of one repository on GitHub take on, by OIDC: no key is kept anywhere. */
export function workflowRoles(
  scope: Construct,
  { githubProvider, workflows, home, sharesBackups, ...trusted }: WorkflowRolesOptions,
): void {
  const url = `https://${issuer}`;
  const provider =
    githubProvider === "existing"
      ? new DataAwsIamOpenidConnectProvider(scope, "github", { url })
      : new IamOpenidConnectProvider(scope, "github", { url, clientIdList: ["sts.amazonaws.com"] });

  const made = workflows.map((name) => {
    const trust = new DataAwsIamPolicyDocument(scope, `${name}-trust`, {
      statement: [workflowTrust(name, { ...trusted, providerArn: provider.arn })],
    });
    const { maxSessionDuration, actions, permissions } = roles[name];
    const role = new IamRole(scope, name, {
      name: workflowRoleName(name),
      assumeRolePolicy: trust.json,
      maxSessionDuration,
    });
    const statement = permissions({ home, environment: trusted.environment, sharesBackups });
    const document = new DataAwsIamPolicyDocument(scope, `${name}-permissions`, { statement });
    new IamRolePolicy(scope, `${name}-policy`, { name, role: role.id, policy: document.json });
    return { name, role, actions };
  });
  for (const list of lists) {
    const having = made.filter(({ actions }) => actions.includes(list));
    if (having.length > 0) attachActions(scope, list, having);
  }
}

/** A list of actions as a policy of the account, which several roles have: IAM limits the length of one. */
function attachActions(
  scope: Construct,
  list: List,
  having: readonly { readonly name: Workflow; readonly role: IamRole }[],
): void {
  const document = new DataAwsIamPolicyDocument(scope, `${list}-permissions`, {
    statement: [{ actions: actionsOf[list], resources: ["*"] }],
  });
  const { arn } = new IamPolicy(scope, list, {
    name: `${platform}-workflows-${list}`,
    description: `What roles of workflows may do with everything: ${list}`,
    policy: document.json,
  });
  for (const { name, role } of having)
    new IamRolePolicyAttachment(scope, `${name}-${list}`, { role: role.name, policyArn: arn });
}
