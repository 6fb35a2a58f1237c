import { z } from "zod";
import { accountContract } from "../account/contract";
import { auditContract } from "../audit/contract";
import { alertNeeds, alertShape } from "../blocks/alerts/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { configRules } from "./config-rules";
import { detectorFeatures } from "./detector-features";

/** Name of AWS Config's recorder of a region, and of its delivery channel. */
export const recorderName = (namePrefix: string): string => `${namePrefix}-recorder`;

export const baselineContract = contract({
  name: "baseline",
  summary:
    "What exists once in each region of an account, before anything else: GuardDuty, AWS Config, Access Analyzer, and volumes encrypted by default.",
  scope: "account",
  after: [auditContract],
  shape: alertShape.extend({
    guardDuty: z
      .boolean()
      .default(true)
      .describe("Whether GuardDuty monitors the region; false only if the organization's detector does."),
    guardDutyFeatures: z
      .array(z.enum(detectorFeatures))
      .default(["S3_DATA_EVENTS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"])
      .describe(
        "What GuardDuty monitors besides API calls, DNS and flow logs. Runtime monitoring is off by default: it adds an endpoint and a security group to the VPC, which block its deletion.",
      ),
    config: z
      .boolean()
      .default(true)
      .describe("Whether AWS Config records the region; false only if the organization's recorder does."),
    configRules: z
      .array(z.enum(configRules))
      .default([...configRules])
      .describe("AWS managed Config rules that are evaluated here."),
    accessAnalyzer: z
      .boolean()
      .default(true)
      .describe("Whether IAM Access Analyzer looks for access from outside the account."),
  }),
  derived: z.object({
    recordsGlobalTypes: z
      .boolean()
      .describe("Whether IAM resources are recorded here; they are in one region of the account."),
  }),
  settings: z.object({
    configFrequency: z
      .enum(["CONTINUOUS", "DAILY"])
      .default("CONTINUOUS")
      .describe(
        "How often AWS Config records: every change, at 0.003 USD each; or once a day what differs then, at 0.012 USD each, so that its rules hear of a change within a day. A drill each night makes and destroys some 600 resources: about 110 USD a month with CONTINUOUS.",
      ),
    findingSeverity: z
      .number()
      .min(1)
      .max(8.9)
      .default(4)
      .describe("Lowest severity of a GuardDuty finding that is an alert; medium begins at 4."),
  }),
  reads: [reads(accountContract, "configServiceRoleArn")],
  needs: runInputs
    .pick({ namePrefix: true })
    .extend(auditContract.needs.pick({ configBucketName: true }).shape)
    .extend(alertNeeds.shape),
  outputs: z.object({
    findingsTopicArn: z
      .string()
      .describe(
        "ARN of the SNS topic for what is found in this region: by GuardDuty, Config, Access Analyzer and others.",
      ),
  }),
});
