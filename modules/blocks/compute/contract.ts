import { type ZodObject, z } from "zod";
import { accountContract } from "../../account/contract";
import type { Inputs, Variants } from "../../core/contract";
import { reads, readsOrNull } from "../../core/reads";
import type { Rule } from "../../core/rule";
import { runInputs } from "../../core/run";
import { networkContract } from "../../network/contract";
import { securityContract } from "../../security/contract";
import { healthPath, workingPath } from "../health/contract";
import { logRetentionDays } from "../log-group/retention";
import { ec2 } from "./ec2";
import { ecs } from "./ecs";
import { lambda } from "./lambda";

/** Name of a service in its region: of its load balancer, its role, and of what serves. */
export const nameOfService = (namePrefix: string, service: string): string => `${namePrefix}-${service}`;

/** What ids and names end with, by what a service runs on: what it runs on next can stand beside it. */
export const suffixOf = (compute: keyof typeof computeVariants.of): string =>
  compute === computeVariants.fallback ? "" : `-${compute}`;

/** What a region file says about every service, whatever it runs on; the tiers that run one take it into their contracts. */
export const computeSettings = z.object({
  logRetentionDays: logRetentionDays("the service's logs"),
  deregistrationDelaySeconds: z
    .int()
    .min(0)
    .max(3600)
    .default(60)
    .describe("Seconds that a target finishes its requests before it is stopped; not of a function."),
  livenessPath: healthPath
    .default(workingPath)
    .describe(
      "Path at which what serves says, with 200, that it works itself: what does not gets no requests, and is replaced.",
    ),
});

/** What a service runs on. */
export const computeVariants = {
  by: "compute",
  description:
    "What the tier runs on: instances (EC2), containers without instances (ECS on Fargate), or a function (Lambda).",
  fallback: "ec2",
  of: { ec2, ecs, lambda },
} as const satisfies Variants;

export const computeNeeds = runInputs.pick({ namePrefix: true });

/** What a service reads of other tiers. */
export const computeReads = [
  readsOrNull(accountContract, "boundaryArn"),
  reads(networkContract, "appSubnetIds"),
  reads(securityContract, "volumesKeyArn", "logsKeyArn"),
] as const;

/** What a tier with a service promises beside the name that it is reached by. */
export const computeOutputs = z.object({
  loadBalancerArn: z.string().describe("ARN of the load balancer."),
  targetGroupArn: z.string().describe("ARN of the target group."),
  serviceName: z
    .string()
    .describe("Name of the Auto Scaling group, of the ECS cluster and service, or of the Lambda function."),
  roleArn: z.string().describe("ARN of the role of the application code."),
  logGroupNames: z.array(z.string()).describe("Log groups of this tier."),
});

export const computeRules = [
  {
    require: { left: "onDemandPerZone", is: "<=", right: "maxPerZone" },
    message: "On-demand capacity cannot exceed total capacity. Lower {onDemandPerZone} or raise {maxPerZone}.",
  },
] as const satisfies readonly Rule[];

/** What a service works with: the shape known, everything else late. */
export type ComputeInputs = Inputs<{
  name: string;
  summary: string;
  scope: "region";
  shape: ZodObject<Record<never, never>>;
  settings: typeof computeSettings;
  variants: typeof computeVariants;
  reads: typeof computeReads;
  needs: typeof computeNeeds;
  outputs: ZodObject;
}>;
export type Ec2Inputs = Extract<ComputeInputs, { compute: "ec2" }>;
export type EcsInputs = Extract<ComputeInputs, { compute: "ecs" }>;
export type LambdaInputs = Extract<ComputeInputs, { compute: "lambda" }>;
