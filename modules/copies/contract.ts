import { z } from "zod";
import { accountContract } from "../account/contract";
import { baselineContract } from "../baseline/contract";
import { accountId, vaultSettings } from "../blocks/vault/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";

/** Nobody takes this lock off, AWS neither: the vault and what is in it stay until the last backup's time is over. */
export const compliance = "compliance, which can never be removed";

/** Name of the vault in a region that backups of others are copied to: they know it by name. */
export const copyVaultName = (namePrefix: string): string => `${namePrefix}-copies`;

export const copiesContract = contract({
  name: "copies",
  summary: "The vault that backups of other regions are copied to, with its own key and an optional lock.",
  scope: "account",
  after: [accountContract],
  stores: [{ name: "copies of backups", holds: "customers and their orders", personalData: true }],
  shape: z.object({
    lock: z
      .enum(["off", "governance", compliance])
      .default("off")
      .describe(
        "Vault lock: who can delete a copy before it expires. Without a lock, the break-glass roles; in governance mode, only those who may remove the lock; in compliance mode, no one. https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html",
      ),
  }),
  derived: z.object({
    copiedFrom: z.array(z.string()).describe("Regions whose backups are copied here as long as they run the shop."),
    copiedOnByAccounts: z
      .array(z.string())
      .optional()
      .describe(
        "Accounts whose AWS Backup copies backups of an RDS instance that was recovered from here: it keeps the key of the copy.",
      ),
  }),
  settings: vaultSettings.extend({
    copyingAccountIds: z
      .array(accountId)
      .default([])
      .describe(
        "Other accounts of the organization that may copy backups into the vault: what backup.copiesToAccount of a region there names this account for.",
      ),
    alarmAfterHours: z
      .int()
      .min(2)
      .max(48)
      .default(6)
      .describe(
        "Hours in which no copy has arrived before an alarm is raised here, out of reach of the loss of the other region. More than the hours between two backups, and those that a copy takes.",
      ),
  }),
  reads: [reads(baselineContract, "findingsTopicArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    vaultArn: z.string().describe("ARN of the vault that backups of other regions are copied to."),
    keyArn: z.string().describe("ARN of the KMS key that encrypts the copies."),
  }),
});
