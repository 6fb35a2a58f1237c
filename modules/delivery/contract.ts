import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";

export const deliveryContract = contract({
  name: "delivery",
  summary:
    "The images that the shop runs: ECR repositories with immutable tags, and AMIs, both copied to the recovery region.",
  scope: "account",
  stores: [{ name: "images", holds: "the shop's programs", personalData: false }],
  shape: z.object({
    repositories: z
      .array(z.string().regex(/^[a-z0-9]+([._/-][a-z0-9]+)*$/, `must be a repository's name such as ${platform}/web`))
      .min(1)
      .default([`${platform}/api`, `${platform}/web`])
      .describe(
        `Names of the ECR repositories. A region file names an image by repository and tag, such as ${platform}/web:1.4.2.`,
      ),
    machineImages: z
      .record(
        z
          .string()
          .max(80)
          .regex(
            /^\/(?!aws|ssm)[\w.-]+(\/[\w.-]+)*$/i,
            `must be a path such as /${platform}/api/image; AWS keeps what begins with /aws and /ssm to itself`,
          ),
        z.string().regex(/^ami-([0-9a-f]{8}|[0-9a-f]{17})$/, "must be the id of an AMI such as ami-0123456789abcdef0"),
      )
      .default({})
      .describe(
        `AMIs that instances run, by the SSM parameter that a tier finds its own by: { "/${platform}/api/image": an id }.`,
      ),
  }),
  derived: z.object({
    replicatesTo: z
      .string()
      .nullable()
      .describe("Region that every pushed image is replicated to, the same as for backups; null for none."),
    copiedMachineImages: z
      .record(z.string(), z.object({ id: z.string(), region: z.string() }))
      .describe(
        "AMIs of live regions that are copied to this one, by SSM parameter; the parameter has the same name in both.",
      ),
  }),
  settings: z.object({
    keptImages: z
      .int()
      .min(5)
      .max(1000)
      .default(100)
      .describe("Number of newest images that a repository keeps. Older ones are deleted, so do not run them."),
    untaggedDays: z.int().min(1).max(365).default(7).describe("Days that untagged images are kept."),
  }),
  reads: [reads(accountContract, "autoscalingServiceRoleArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    repositoryArns: z.array(z.string()).describe("ARNs of the repositories."),
    keyArn: z.string().describe("ARN of the KMS key of the images."),
  }),
});
