import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";

/** What a recovery reads here instead of in the states of the tiers that it is of. */
export const handedOn = z.object({
  ...accountContract.outputs.pick({ autoscalingServiceRoleArn: true, boundaryArn: true }).shape,
  ...dnsContract.outputs.pick({ zoneId: true, originSecretNames: true }).shape,
});

export const standbyContract = contract({
  name: "standby",
  summary:
    "What a recovery needs in the target region beforehand: the key for snapshot copies, and what it reads of other regions.",
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
  // Of tiers that regions share. Their states are in the state region, which a recovery must not need.
  reads: [
    readsOrNull(accountContract, "autoscalingServiceRoleArn", "boundaryArn"),
    readsOrNull(dnsContract, "zoneId", "originSecretNames"),
  ],
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    snapshotKeyArn: z.string().describe("ARN of the KMS key for copies of database snapshots in this region."),
    ...handedOn.shape,
  }),
});
