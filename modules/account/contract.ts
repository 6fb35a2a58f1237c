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
    "What an account has once: service-linked roles, the permission boundary of every role, the password policy, and the roles that GitHub Actions work with.",
  scope: "global",
  shape: z.object({
    githubRepository: repository.describe(
      "Repository on GitHub whose workflows may plan and apply, by OIDC and without keys; null for none, and then there are no roles for workflows.",
    ),
    drillRole: z
      .boolean()
      .default(false)
      .describe(
        "Whether the nightly drill may work in this account. Only in that of dev, where everything may be destroyed.",
      ),
    shieldAdvanced: z
      .enum(["off", "for 3,000 USD a month, for a year at least"])
      .default("off")
      .describe(
        "Shield Advanced for the whole account, with its price: https://aws.amazon.com/shield/pricing. Shield Standard is always there.",
      ),
  }),
  derived: z.object({
    regions: z.array(z.string()).describe("Regions that the account works in; roles may call no other."),
    runsTasks: z.boolean().describe("Whether some region runs containers on ECS, which has service-linked roles, too."),
  }),
  settings: z.object({}),
  needs: z.object({
    workflowRepository: repository.describe(
      "Repository on GitHub that the roles of workflows trust; null where the module has none.",
    ),
  }),
  outputs: z.object({
    autoscalingServiceRoleArn: z
      .string()
      .describe("Service-linked role of Auto Scaling; the keys of volumes and of machine images must admit it."),
    configServiceRoleArn: z.string().describe("Service-linked role of AWS Config, which its recorders work with."),
    boundaryArn: z.string().describe("Permission boundary that every role of the platform has."),
  }),
});
