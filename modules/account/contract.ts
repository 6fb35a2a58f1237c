import { z } from "zod";
import { contract } from "../core/contract";
import { platform } from "../core/names";

/** What workflows do, each with a role of its own. */
export const workflows = ["plan", "apply", "drill"] as const;
export type Workflow = (typeof workflows)[number];

/** Name of the role that a workflow takes on. */
export const workflowRoleName = (workflow: Workflow): string => `${platform}-${workflow}`;

/** Names of the roles of workflows that apply Terraform, as the account has them. */
export const applyingRoleNames = ({ githubRepository, drillRole }: WorkflowSettings): string[] =>
  githubRepository === null ? [] : [workflowRoleName("apply"), ...(drillRole ? [workflowRoleName("drill")] : [])];

interface WorkflowSettings {
  readonly githubRepository: string | null;
  readonly drillRole: boolean;
}

const repository = z
  .string()
  .regex(/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, "must be a repository such as example/shop")
  .nullable()
  .default(null);

export const accountContract = contract({
  name: "account",
  summary:
    "What exists once in an account: service-linked roles, the permissions boundary of every role, the password policy, and the roles of GitHub Actions workflows.",
  scope: "global",
  shape: z.object({
    githubRepository: repository.describe(
      "GitHub repository whose workflows may plan and apply, through OIDC and without keys; null creates no roles for workflows.",
    ),
    githubProvider: z
      .enum(["own", "existing"])
      .default("own")
      .describe(
        "GitHub's OIDC provider, of which an account has one: its own, or an existing one that others made and keep, which is looked up.",
      ),
    drillRole: z
      .boolean()
      .default(false)
      .describe(
        "Whether the nightly drill may run in this account. Only in the dev account, where everything may be destroyed.",
      ),
    shieldAdvanced: z
      .enum(["off", "for 3,000 USD a month, for a year at least"])
      .default("off")
      .describe(
        "Shield Advanced for the whole account, see https://aws.amazon.com/shield/pricing. Shield Standard is always on.",
      ),
  }),
  derived: z.object({
    regions: z.array(z.string()).describe("Regions in use; roles cannot call any other."),
    runsTasks: z.boolean().describe("Whether any region runs containers on ECS, which needs service-linked roles."),
  }),
  settings: z.object({}),
  needs: z.object({
    workflowRepository: repository.describe(
      "GitHub repository that the workflow roles trust; null if the module has none.",
    ),
  }),
  outputs: z.object({
    autoscalingServiceRoleArn: z
      .string()
      .describe("Service-linked role of Auto Scaling; the keys of volumes and machine images must allow it."),
    configServiceRoleArn: z.string().describe("Service-linked role of AWS Config, used by its recorders."),
    boundaryArn: z.string().describe("Permissions boundary of every role of the platform."),
  }),
});
