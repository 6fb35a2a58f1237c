import { z } from "zod";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { runInputs } from "../core/run";

/** Name of a region's state bucket: literal, because backends take no variables; with the account, because it is unique in all of AWS. */
export const stateBucketName = ({ account }: Account, region: string): string =>
  `${platform}-state-${account}-${region}`;

/** Alias of the key that a region's states are kept with. */
export const stateKeyAlias = (account: Account, region: string): string => `alias/${stateBucketName(account, region)}`;

/** Name of the table that locks the states of a region. */
export const lockTableName = `${platform}-state-lock`;

/**
 * Name of the table in which drills say who works in the account. It is not that of the locks: who applies writes those,
 * and could keep drills away, or let two of them work at a time.
 */
export const leaseTableName = `${platform}-drill-lease`;

interface Account {
  readonly account: string;
}

export const stateContract = contract({
  name: "state",
  summary: "Where Terraform keeps the states of a region: a versioned, encrypted bucket and the lock table.",
  scope: "account",
  stores: [{ name: "states", holds: "what Terraform knows of the platform", personalData: false }],
  shape: z.object({}),
  derived: z.object({
    keepsLease: z.boolean().describe("Whether drills keep here the lease by which one of them works in the account."),
  }),
  settings: z.object({}),
  needs: runInputs.pick({ ephemeral: true }).extend({
    bucketName: z
      .string()
      .describe("Name of the state bucket. It is a literal, because backends cannot use variables."),
    lockTableName: z.string().describe("Name of the DynamoDB table with the state locks."),
  }),
  outputs: z.object({
    bucketArn: z.string().describe("ARN of the state bucket."),
    lockTableArn: z.string().describe("ARN of the lock table."),
    keyArn: z.string().describe("ARN of the ARN of the KMS key of the bucket and the table."),
  }),
});
