import { z } from "zod";
import {
  computeNeeds,
  computeOutputs,
  computeReads,
  computeRules,
  computeSettings,
  computeVariants,
} from "../blocks/compute/contract";
import { desyncSettings } from "../blocks/compute/desync";
import { endpointShape } from "../blocks/endpoints/contract";
import { contract } from "../core/contract";
import { parameterPath, platform } from "../core/names";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { deliveryContract } from "../delivery/contract";
import { logsContract } from "../logs/contract";
import { networkContract, privateZone } from "../network/contract";
import { ownSecret } from "../secrets/contract";
import { securityContract } from "../security/contract";

/** Name of the SSM parameter with the root certificate of a region's private authority. */
export const internalAuthorityParameter = (namePrefix: string): string =>
  parameterPath(namePrefix, "internal-authority");

/** Name of the service in the private zone of its region. */
export const apiHostName = (privateZoneName: string): string => `api.${privateZoneName}`;

/** The database user that the service logs in as, with IAM instead of a password. */
export const databaseUser = `${platform}_api`;

export const apiContract = contract({
  name: "api",
  summary:
    "The shop's API: an internal load balancer in front of instances, containers or a function in all zones, with TLS throughout.",
  scope: "region",
  after: [deliveryContract],
  stores: [{ name: "logs", holds: "what the service did for customers", personalData: true }],
  shape: z.object({
    secrets: z
      .array(ownSecret)
      .max(20)
      .default([])
      .describe(
        "Secrets of the tier secrets that the code may read, by name; an environment variable tells each one's name in Secrets Manager, PAYMENT_KEY_SECRET for payment-key.",
      ),
    internalAuthority: z
      .enum(["off", "for 400 USD a month"])
      .default("off")
      .describe(
        "Whether a private certificate authority of the region issues the API's certificate instead of Amazon's public one, see https://aws.amazon.com/private-ca/pricing.",
      ),
  }),
  settings: computeSettings.extend(desyncSettings.shape).extend({
    deletionProtection: z
      .boolean()
      .default(true)
      .describe(
        "Whether the load balancer is protected from deletion. Off only while another kind takes its place: a function has one of its own.",
      ),
  }),
  variants: computeVariants,
  derived: z
    .object({
      databaseKind: z
        .enum(["cluster", "instance"])
        .optional()
        .describe("Resource type of the database in IAM; an Aurora cluster by default."),
    })
    .extend(endpointShape.shape),
  reads: [
    ...computeReads,
    reads(networkContract, "vpcId", "apiGroupId", "apiEntranceGroupId", "privateZoneId", "privateZoneName"),
    reads(securityContract, "alertTopicArn"),
    reads(logsContract, "accessLogBucketName"),
  ],
  needs: computeNeeds.extend(runInputs.pick({ ephemeral: true }).shape),
  outputs: computeOutputs.extend({
    hostName: z.string().describe(`Name of the API in the private zone, ${apiHostName(privateZone("<domain>"))}.`),
  }),
  rules: computeRules,
});
