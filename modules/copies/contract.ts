import { z } from "zod";
import { accountContract } from "../account/contract";
import { vaultSettings } from "../blocks/vault/contract";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

/** Nobody takes this lock off, AWS neither: the vault and what is in it stay until the last backup's time is over. */
export const compliance = "compliance, which nobody ever takes off again";

/** Name of the vault in a region that backups of others are copied to: they know it by name. */
export const copyVaultName = (namePrefix: string): string => `${namePrefix}-copies`;

export const copiesContract = contract({
  name: "copies",
  summary: "Where backups of other regions are copied to: a vault under a key of its own, which may be locked.",
  scope: "account",
  after: [accountContract],
  stores: [{ name: "copies of backups", holds: "customers and their orders", personalData: true }],
  shape: z.object({
    lock: z
      .enum(["off", "governance", compliance])
      .default("off")
      .describe(
        "Vault lock: whether a copy can be deleted before its time by the break-glass roles, by those only that may take the lock off, or by nobody. https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
      ),
  }),
  settings: vaultSettings,
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    vaultArn: z.string().describe("Vault that backups of other regions are copied to."),
    keyArn: z.string().describe("KMS key that the copies are encrypted with."),
  }),
});
