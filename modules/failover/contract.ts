import { z } from "zod";
import { baselineContract } from "../baseline/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";

export const failoverContract = contract({
  name: "failover",
  summary:
    "The switches that keep customers away from a region: a fence for each live one, an opening for each that a lost one is rebuilt in.",
  scope: "account",
  shape: z.object({}),
  derived: z.object({
    liveRegions: z.array(z.string()).describe("Regions that run the shop; each has a fence."),
    standbyRegions: z.array(z.string()).describe("Regions where a lost one is rebuilt; each has an opening."),
  }),
  settings: z.object({}),
  reads: [reads(baselineContract, "findingsTopicArn")],
  needs: z.object({}),
  outputs: z.object({
    switchAlarmNames: z.array(z.string()).describe("Names of the alarms that Route 53 reads the switches from."),
  }),
});
