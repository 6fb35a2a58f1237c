import { z } from "zod";
import type { Choice } from "../../core/contract";
import { platform } from "../../core/names";
import { capacity } from "./capacity";
import { imageName } from "./image-name";
import { instanceTypes } from "./instance-types";

/** A fleet of instances, and what runs on them. */
export const ec2 = {
  shape: z.object({
    instanceTypes: z
      .array(z.enum(instanceTypes, "must be an arm64 instance type, one of modules/blocks/compute/instance-types.ts"))
      .min(2)
      .max(40) // as many as AWS lets one group have
      .default(["t4g.small", "t4g.medium", "m6g.medium", "m7g.medium"])
      .describe("Instance types that may run, preferred ones first. Name several, because Spot capacity varies."),
  }),
  settings: capacity("instance", 300, "A t4g.small costs about 13 USD a month.").extend({
    warmupSeconds: z
      .int()
      .min(0)
      .max(3600)
      .default(120)
      .describe("Seconds until a new instance counts for scaling, and for the next step of a roll-out."),
    volumeSizeGib: z.int().min(8).max(16384).default(20).describe("Size of an instance's volume, in GiB."),
  }),
  variants: {
    by: "workload",
    description:
      "What the instances run: a minimal page that answers the health check, an AMI of yours, or a container.",
    fallback: "page",
    of: {
      page: { shape: z.object({}), settings: z.object({}) },
      ami: {
        shape: z.object({}),
        settings: z.object({
          imageParameter: z
            .string()
            .regex(/^\/[A-Za-z0-9_./-]+$/, `must be the path of a parameter such as /${platform}/api/image`)
            .describe(
              `SSM parameter with the AMI id: one of delivery.machineImages, or a public one of AWS below /aws/service. The AMI must serve HTTPS on port 8443.`,
            ),
        }),
      },
      container: {
        shape: z.object({}),
        settings: z.object({ containerImage: imageName("The container serves HTTPS on port 8443.") }),
      },
    },
  },
} as const satisfies Choice;
