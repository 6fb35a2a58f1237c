import { z } from "zod";
import { contract } from "../core/contract";
import { linkedServices } from "./linked-services/contract";
import { workflows } from "./workflows/contract";

const repository = z
  .string()
  .regex(/^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, "must be a repository such as example/shop")
  .nullable()
  .default(null);

/** ARN of a service-linked role: keys and recorders of a region name it, and with another one nothing starts, in silence. */
const serviceLinkedRole = (service: string, name: string) =>
  z
    .string()
    .regex(
      new RegExp(
        `^arn:aws[a-z-]*:iam::[0-9]{12}:role/aws-service-role/${service.replaceAll(".", "[.]")}/${name}(_.+)?$`,
      ),
      `must be the ARN of the service-linked role ${name}`,
    );

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
    existingServiceRoles: z
      .array(z.enum(linkedServices))
      .default([])
      .describe(
        "Services whose service-linked role the account has already, such as autoscaling.amazonaws.com: looked up instead of made. ./shop doctor lists them.",
      ),
    githubRepositoryIds: z
      .string()
      .regex(/^[0-9]+\/[0-9]+$/, "must be the ids of owner and repository such as 123456/456789")
      .nullable()
      .default(null)
      .describe(
        "GitHub's ids of the repository's owner and of the repository, which no other one ever gets. Repositories made, renamed or moved since 15 July 2026 are known by them, and roles cannot be taken on without; ./shop doctor shows them.",
      ),
    workflows: z
      .array(z.enum(workflows))
      .default([])
      .describe(
        "Workflows that work in this account, each with a role of its own, in the GitHub environment <workflow>-<environment>, such as apply-prod, which is made and protected first: plan for pull requests and drift, which only reads, apply and drill from main and .github/workflows/<workflow>.yml only. drill only in the dev account, where everything may be destroyed.",
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
    sharesBackups: z
      .boolean()
      .optional()
      .describe("Whether any region copies its backups into another account, for which AWS Backup shares snapshots."),
  }),
  settings: z.object({}),
  needs: z.object({
    workflowRepository: repository.describe(
      "GitHub repository that the workflow roles trust; null if the module has none.",
    ),
    workflowRepositoryWithIds: z
      .string()
      .regex(
        /^[A-Za-z0-9_.-]+@[0-9]+\/[A-Za-z0-9_.-]+@[0-9]+$/,
        "must be a repository with ids such as example@123456/shop@456789",
      )
      .nullable()
      .default(null)
      .describe("The same with GitHub's ids of owner and repository; null if the module knows none."),
    workflowRepositoryId: z
      .string()
      .regex(/^[0-9]+$/, "must be an id such as 456789")
      .nullable()
      .default(null)
      .describe("GitHub's id of the repository; null if the module knows none."),
    environment: z
      .string()
      .regex(/^[a-z]{2,7}$/, "must be 2 to 7 lower-case letters such as prod")
      .describe("Name of the environment, in which the names of GitHub environments end that roles trust: apply-prod."),
  }),
  outputs: z.object({
    autoscalingServiceRoleArn: serviceLinkedRole("autoscaling.amazonaws.com", "AWSServiceRoleForAutoScaling").describe(
      "Service-linked role of Auto Scaling; the keys of volumes and machine images must allow it.",
    ),
    configServiceRoleArn: serviceLinkedRole("config.amazonaws.com", "AWSServiceRoleForConfig").describe(
      "Service-linked role of AWS Config, used by its recorders.",
    ),
    boundaryArn: z.string().describe("Permissions boundary of every role of the platform."),
  }),
});
