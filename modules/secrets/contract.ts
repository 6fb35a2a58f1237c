import { z } from "zod";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { runInputs } from "../core/run";
import { stateContract } from "../state/contract";

/** What a region file calls a secret of the shop's own. */
export const ownSecret = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "must be lower-case words with single hyphens such as payment-key")
  .max(40);

/** Its name in Secrets Manager, the same in every region. */
export const secretName = (name: string): string => `${platform}/${name}`;

export const secretsContract = contract({
  name: "secrets",
  summary:
    "The shop's own secrets, such as a payment provider's key: people set them here, and each region that runs the shop, or will, has a replica.",
  scope: "account",
  after: [stateContract],
  optional: true,
  shape: z.object({
    names: z
      .array(ownSecret)
      .min(1)
      .max(20)
      .describe(
        'Names of the secrets, without the platform\'s, such as ["payment-key"]. A value is set by people, with PutSecretValue, and is in no file, plan or state. Each costs 0.40 USD a month, and as much again for each replica.',
      ),
  }),
  derived: z.object({
    replicaRegions: z
      .array(z.string())
      .describe("Regions that run the shop now or after a recovery; each has a replica of every secret."),
  }),
  settings: z.object({}),
  needs: runInputs.pick({ ephemeral: true }).extend({
    keyAliases: z
      .record(z.string(), z.string())
      .describe("Alias, with alias/, of the KMS key for secrets, by region, including this one."),
  }),
  outputs: z.object({
    secretNames: z.array(z.string()).describe("Names of the secrets, the same in every region."),
  }),
});
