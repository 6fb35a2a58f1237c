import { z } from "zod";
import { contract } from "../core/contract";
import { runInputs } from "../core/run";

export const standbyContract = contract({
  name: "standby",
  summary: "What a recovery must find in the target region: the key that snapshot copies are made with.",
  scope: "account",
  shape: z.object({}),
  settings: z.object({}),
  needs: runInputs.pick({ namePrefix: true }),
  outputs: z.object({
    snapshotKeyArn: z.string().describe("KMS key that database snapshots are copied into this region with."),
  }),
});
