import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";

export const deliveryContract = contract({
  name: "delivery",
  summary:
    "The images that the shop runs: repositories whose tags never change, and machine images, both copied to the recovery region.",
  scope: "account",
  stores: [{ name: "images", holds: "the shop's programs", personalData: false }],
  shape: z.object({
    repositories: z
      .array(z.string().regex(/^[a-z0-9]+([._/-][a-z0-9]+)*$/, `must be a repository's name such as ${platform}/web`))
      .min(1)
      .default([`${platform}/api`, `${platform}/web`])
      .describe(`Names of the repositories, which a region file names images by: ${platform}/web:1.4.2.`),
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
        `AMIs that instances run, by the SSM parameter that a service finds its own by: { "/${platform}/api/image": an id }.`,
      ),
  }),
  derived: z.object({
    replicatesTo: z
      .string()
      .nullable()
      .describe("Region that every image is replicated to when it is pushed: where backups go; null for none."),
    copiedMachineImages: z
      .record(z.string(), z.object({ id: z.string(), region: z.string() }))
      .describe("AMIs of live regions that are copied into this one, by the parameter that has the same name in both."),
  }),
  settings: z.object({
    keptImages: z
      .int()
      .min(5)
      .max(1000)
      .default(100)
      .describe("Newest images of a repository that are kept; older ones go, so do not run older ones."),
    untaggedDays: z.int().min(1).max(365).default(7).describe("Days that an image without a tag is kept."),
  }),
  reads: [reads(accountContract, "autoscalingServiceRoleArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    repositoryArns: z.array(z.string()).describe("ARNs of the repositories."),
    keyArn: z.string().describe("KMS key of the images."),
  }),
});
