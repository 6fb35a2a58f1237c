import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const standbyContract = contract({
  name: "standby",
  summary: "What a recovery needs in the target region beforehand: the key for snapshot copies.",
  scope: "account",
  shape: z.object({}),
  settings: z.object({}),
  variants: {
    by: "elasticDisasterRecovery",
    description:
      "Whether servers with the AWS Elastic Disaster Recovery agent are replicated to this region, by a template. The recovery itself does not need it.",
    fallback: "off",
    of: {
      off: { shape: z.object({}), settings: z.object({}) },
      template: {
        shape: z.object({}),
        settings: z.object({
          stagingSubnetId: z
            .string()
            .regex(/^subnet-[0-9a-f]+$/, "must be the id of a subnet such as subnet-0123456789abcdef0")
            .describe("Subnet of this region for the replication servers."),
          replicationGroupIds: z
            .array(
              z.string().regex(/^sg-[0-9a-f]+$/, "must be the id of a security group such as sg-0123456789abcdef0"),
            )
            .min(1)
            .describe("Security groups of the replication servers; they must allow the agents on TCP 1500."),
        }),
      },
    },
  },
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    snapshotKeyArn: z.string().describe("ARN of the KMS key for copies of database snapshots in this region."),
  }),
});
