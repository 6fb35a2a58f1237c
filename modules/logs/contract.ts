import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const logsContract = contract({
  name: "logs",
  summary: "The bucket that load balancers write their access logs to.",
  scope: "region",
  shape: z.object({}),
  settings: z.object({
    accessLogRetentionDays: z.int().min(1).max(3653).default(365).describe("Days that access logs are kept."),
  }),
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    accessLogBucketName: z.string().describe("Bucket for load balancer access logs."),
  }),
});
