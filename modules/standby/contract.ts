import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const standbyContract = contract({
  name: "standby",
  summary: "What a recovery must find in the target region: the key that snapshot copies are made with.",
  scope: "account",
  shape: z.object({}),
  settings: z.object({}),
  variants: {
    by: "elasticDisasterRecovery",
    description:
      "Whether servers with the agent of AWS Elastic Disaster Recovery are replicated into this region, and so how; the rebuild needs none.",
    fallback: "off",
    of: {
      off: { shape: z.object({}), settings: z.object({}) },
      template: {
        shape: z.object({}),
        settings: z.object({
          stagingSubnetId: z
            .string()
            .regex(/^subnet-[0-9a-f]+$/, "must be the id of a subnet such as subnet-0123456789abcdef0")
            .describe("Subnet of this region that the replication servers stand in."),
          replicationGroupIds: z
            .array(
              z.string().regex(/^sg-[0-9a-f]+$/, "must be the id of a security group such as sg-0123456789abcdef0"),
            )
            .min(1)
            .describe("Security groups of the replication servers; they admit the agents on TCP 1500."),
        }),
      },
    },
  },
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    snapshotKeyArn: z.string().describe("KMS key that database snapshots are copied into this region with."),
  }),
});
