import { z } from "zod";
import { accountContract } from "../account/contract";
import { auditContract } from "../audit/contract";
import { baselineContract } from "../baseline/contract";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads, readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { stateContract } from "../state/contract";

/** Name of the bucket of the page, which the edge knows it by; unique in all of AWS. */
export const pageBucketName = ({ account, stateRegion }: { readonly account: string; readonly stateRegion: string }) =>
  `${platform}-page-${account}-${stateRegion}`;

/** Where the page is, for CloudFront and in its bucket. */
export const pagePath = "/_unavailable/index.html";

export const failoverContract = contract({
  name: "failover",
  summary:
    "The switches that keep customers away from a region: a fence for each live one, an opening for each that a lost one is rebuilt in; the page that customers get meanwhile; and a copy of the states.",
  scope: "account",
  after: [auditContract, stateContract],
  stores: [{ name: "page", holds: "the page that customers get while no region is open", personalData: false }],
  shape: z.object({
    copiesStatesTo: z
      .string()
      .nullable()
      .default(null)
      .describe(
        "Region whose state bucket gets a copy of each state that is kept in this region, for about 2.60 USD a month: metrics and alarms that tell when copying fails. With null, no root of what regions share can be applied while this region is out.",
      ),
  }),
  derived: z.object({
    liveRegions: z.array(z.string()).describe("Regions that run the shop; each has a fence."),
    standbyRegions: z.array(z.string()).describe("Regions where a lost one is rebuilt; each has an opening."),
  }),
  settings: z.object({
    unavailablePage: z
      .string()
      .min(1)
      .max(100_000)
      .default(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Closed for a moment</title></head><body><h1>The shop is closed for a moment</h1><p>We are working on it. Please come back in a while.</p></body></html>',
      )
      .describe(
        "HTML of the page that customers get, with status 503, while no region can be asked, and where the shop itself answers 502, 503 or 504. The shop's Content Security Policy holds for it, too.",
      ),
  }),
  reads: [readsOrNull(accountContract, "boundaryArn"), reads(baselineContract, "findingsTopicArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend({
    pageBucketName: z.string().describe("Name of the bucket of the page that customers get while no region is open."),
    globalStatePrefix: z.string().describe("What the keys of the states of global tiers begin with."),
    regionStatePrefix: z.string().describe("What the keys of the states of this region's own tiers begin with."),
    accessLogBucketName: z.string().describe("Name of the bucket of access logs in the region of this tier."),
  }),
  outputs: z.object({
    switchAlarmNames: z.array(z.string()).describe("Names of the alarms that Route 53 reads the switches from."),
  }),
});
