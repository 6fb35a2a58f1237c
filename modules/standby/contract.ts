import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { zoneLetters } from "../core/zones";
import { dnsContract } from "../dns/contract";

/** What a recovery reads here instead of in the states of the tiers that it is of. */
export const handedOn = z.object({
  ...accountContract.outputs.pick({ autoscalingServiceRoleArn: true, boundaryArn: true }).shape,
  ...dnsContract.outputs.pick({ zoneId: true, originSecretNames: true }).shape,
});

/** Name of the address that is reserved for the NAT gateway of a zone. */
export const reservedAddressName = (namePrefix: string, letter: string): string =>
  `${namePrefix}-recovery-nat-${letter}`;

export const standbyContract = contract({
  name: "standby",
  summary:
    "What a recovery needs in the target region beforehand: the key for snapshot copies, what it reads of other regions, and, where wanted, the addresses that it calls out from.",
  scope: "account",
  shape: z.object({
    natAddressZones: z
      .array(z.enum(zoneLetters))
      .max(3)
      .refine((letters) => new Set(letters).size === letters.length, "must name each zone once")
      .default([])
      .describe(
        "Letters of the lost region's zones that have an Elastic IP address here before a loss, which a recovery's NAT gateways call out from: a payment provider can list them beforehand. Each costs 3.65 USD a month.",
      ),
  }),
  derived: z.object({
    copiedOnByAccounts: z
      .array(z.string())
      .optional()
      .describe(
        "Accounts whose AWS Backup copies backups of an RDS instance that was restored from a snapshot under the key: it keeps that key.",
      ),
  }),
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
    natAllocationIds: z
      .record(z.string(), z.string())
      .describe("Allocation ids of the addresses for a recovery's NAT gateways, by the letter of the zone."),
    natAddresses: z
      .array(z.string())
      .describe(
        "The addresses that a recovery calls out from, for the lists of payment providers; empty for new ones.",
      ),
    snapshotKeyArn: z.string().describe("ARN of the KMS key for copies of database snapshots in this region."),
    ...handedOn.shape,
  }),
});
