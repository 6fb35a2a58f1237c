import { z } from "zod";
import { accountContract } from "../account/contract";
import { auditContract } from "../audit/contract";
import { alertNeeds, alertShape } from "../blocks/alerts/contract";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { configRules } from "./config-rules";
import { detectorFeatures } from "./detector-features";

export const baselineContract = contract({
  name: "baseline",
  summary:
    "What an account has once in each region, there before anything else: GuardDuty, AWS Config, Access Analyzer, volumes encrypted by default.",
  scope: "account",
  after: [auditContract],
  shape: alertShape.extend({
    guardDuty: z
      .boolean()
      .default(true)
      .describe("Whether GuardDuty watches the region; false only where the organization's own detector does."),
    guardDutyFeatures: z
      .array(z.enum(detectorFeatures))
      .default(["S3_DATA_EVENTS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"])
      .describe(
        "What GuardDuty watches beyond calls, DNS and flow logs. Runtime monitoring is off: it puts an endpoint and a security group of its own into the VPC, which hold up its destruction.",
      ),
    config: z
      .boolean()
      .default(true)
      .describe("Whether AWS Config records the region; false only where the organization's own recorder does."),
    configRules: z
      .array(z.enum(configRules))
      .default([...configRules])
      .describe("AWS managed rules that are checked here."),
    accessAnalyzer: z.boolean().default(true).describe("Whether IAM Access Analyzer looks for access from outside."),
  }),
  derived: z.object({
    recordsGlobalTypes: z
      .boolean()
      .describe("Whether IAM's resources are recorded here: in one region of the account."),
  }),
  settings: z.object({
    findingSeverity: z
      .number()
      .min(1)
      .max(8.9)
      .default(4)
      .describe("GuardDuty findings of this severity and above are alerts; medium begins at 4."),
  }),
  reads: [reads(accountContract, "configServiceRoleArn")],
  needs: runInputs
    .pick({ namePrefix: true })
    .extend(auditContract.needs.pick({ configBucketName: true }).shape)
    .extend(alertNeeds.shape),
  outputs: z.object({
    findingsTopicArn: z.string().describe("SNS topic that findings of GuardDuty in this region go to."),
  }),
});
