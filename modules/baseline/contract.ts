import { z } from "zod";
import { contract } from "../core/contract";

export const baselineContract = contract({
  name: "baseline",
  summary: "What an account has once in each region, there before anything else: volumes encrypted by default.",
  scope: "account",
  shape: z.object({}),
  settings: z.object({}),
  needs: z.object({}),
  outputs: z.object({}),
});
