import { type ZodObject, z } from "zod";
import type { Inputs, Variants } from "../core/contract";
import type { Rule } from "../core/rule";
import { runInputs } from "../core/run";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

/** What a region file says about a fleet of instances; the tiers that run one take it into their contracts. */
export const fleetShape = z.object({
  instanceTypes: z
    .array(z.string())
    .min(2)
    .default(["t4g.small", "t4g.medium", "m6g.medium", "m7g.medium"])
    .describe(
      "Instance types that may run, the preferred first; all of one architecture (arm64). Several, because spot capacity comes and goes.",
    ),
});

export const fleetSettings = z.object({
  onDemandPerZone: z
    .int()
    .min(1)
    .max(100)
    .default(2)
    .describe("On-demand instances in each zone; the fleet never has fewer instances."),
  maxPerZone: z
    .int()
    .min(1)
    .max(500)
    .default(6)
    .describe("Most instances in each zone; those above the on-demand ones are spot."),
  targetCpuPercent: z.int().min(10).max(90).default(60).describe("Average CPU that the fleet is scaled to."),
  volumeSizeGib: z.int().min(8).max(16384).default(20).describe("Size of an instance's volume, in GiB."),
  logRetentionDays: z.int().min(1).max(3653).default(90).describe("Days that the instances' logs are kept."),
});

/** What a fleet needs of other tiers. */
export const fleetNeeds = runInputs
  .pick({ namePrefix: true })
  .extend(networkContract.outputs.pick({ appSubnetIds: true }).shape)
  .extend(securityContract.outputs.pick({ volumesKeyArn: true, logsKeyArn: true }).shape);

/** What a tier with a fleet promises beside the name that it is reached by. */
export const fleetOutputs = z.object({
  loadBalancerArn: z.string().describe("ARN of the load balancer before the fleet."),
  targetGroupArn: z.string().describe("Target group that the instances register with."),
  autoScalingGroupName: z.string().describe("Auto Scaling group of the instances."),
  roleArn: z.string().describe("Role that the instances have."),
});

/** What runs on the instances. */
export const workloads = {
  by: "workload",
  description:
    "What the instances run: a minimal page that answers the health check, an AMI of your own, or a container.",
  fallback: "page",
  of: {
    page: { shape: z.object({}), settings: z.object({}) },
    ami: {
      shape: z.object({}),
      settings: z.object({
        imageParameter: z
          .string()
          .regex(/^\/[A-Za-z0-9_./-]+$/)
          .describe(
            "SSM parameter that holds the id of the AMI, such as /shop/api/image. The AMI serves HTTPS on port 8443.",
          ),
      }),
    },
    container: {
      shape: z.object({}),
      settings: z.object({
        containerImage: z
          .string()
          .regex(/^[a-z0-9][a-z0-9._/-]*(:[A-Za-z0-9._-]+|@sha256:[0-9a-f]{64})$/)
          .describe(
            "Image in the ECR of this account and region, with its tag or digest, such as shop/api:1.4.2. The container serves HTTPS on port 8443.",
          ),
      }),
    },
  },
} as const satisfies Variants;

export const fleetRules = [
  {
    require: { left: "onDemandPerZone", is: "<=", right: { setting: "maxPerZone" } },
    message:
      "A fleet cannot have more on-demand instances than instances. Lower {onDemandPerZone} or raise {maxPerZone}.",
  },
] as const satisfies readonly Rule[];

/** What a fleet works with: the shape known, everything else late. */
export type FleetInputs = Inputs<{
  name: string;
  summary: string;
  scope: "region";
  shape: typeof fleetShape;
  settings: typeof fleetSettings;
  variants: typeof workloads;
  needs: typeof fleetNeeds;
  outputs: ZodObject;
}>;
