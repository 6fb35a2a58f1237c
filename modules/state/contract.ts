import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const stateContract = contract({
  name: "state",
  summary:
    "Where Terraform keeps the states of a region: a versioned bucket under a key of its own, and the lock table.",
  scope: "account",
  stores: [{ name: "states", holds: "what Terraform knows of the platform", personalData: false }],
  shape: z.object({}),
  settings: z.object({}),
  needs: runInputs.pick({ ephemeral: true }).extend({
    bucketName: z.string().describe("Name of the state bucket; a literal, because backends take no variables."),
    lockTableName: z.string().describe("Name of the DynamoDB table that locks the states."),
  }),
  outputs: z.object({
    bucketArn: z.string().describe("ARN of the state bucket."),
    lockTableArn: z.string().describe("ARN of the lock table."),
    keyArn: z.string().describe("KMS key of the bucket and the table."),
  }),
});
