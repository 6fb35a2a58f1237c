import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const deliveryContract = contract({
  name: "delivery",
  summary: "The images that the shop runs: repositories whose tags never change, replicated to the recovery region.",
  scope: "account",
  after: ["account"],
  stores: [{ name: "images", holds: "the shop's programs", personalData: false }],
  shape: z.object({
    repositories: z
      .array(z.string().regex(/^[a-z0-9]+([._/-][a-z0-9]+)*$/, "must be a repository's name such as shop/web"))
      .min(1)
      .default(["shop/api", "shop/web"])
      .describe("Names of the repositories, which a region file names images by: shop/web:1.4.2."),
  }),
  derived: z.object({
    replicatesTo: z
      .string()
      .nullable()
      .describe("Region that every image is replicated to when it is pushed: where backups go; null for none."),
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
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    repositoryArns: z.array(z.string()).describe("ARNs of the repositories."),
    keyArn: z.string().describe("KMS key of the images."),
  }),
});
