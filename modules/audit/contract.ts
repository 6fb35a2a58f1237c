import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { runInputs } from "../core/run";

/** Name of the trail, and of the key that it is encrypted with. */
export const trailName = `${platform}-audit`;

/** Names of the tier's buckets, which tiers of other regions know them by; they are unique in all of AWS. */
export const auditBucketNames = ({ account, stateRegion: region }: AuditLocation) => ({
  auditBucketName: `${platform}-audit-${account}-${region}`,
  configBucketName: `${platform}-config-${account}-${region}`,
  edgeLogBucketName: `${platform}-edge-logs-${account}-${region}`,
  wafLogBucketName: `aws-waf-logs-${platform}-${account}-${region}`, // WAF delivers to no other
});

/** Name of the bucket of the access logs of buckets in the state region. */
export const accessLogBucketOf = (auditBucketName: string): string => `${auditBucketName}-access`;

interface AuditLocation {
  readonly account: string;
  readonly stateRegion: string;
}

const days = (what: string, fallback: number) =>
  z.int().min(1).max(3653).default(fallback).describe(`Days that ${what} are kept.`);

export const auditContract = contract({
  name: "audit",
  summary:
    "The record of who did what in the account: the CloudTrail trail, AWS Config's recordings and the edge logs, kept in the state region.",
  scope: "account",
  after: [accountContract],
  stores: [
    {
      name: "trail",
      holds: "calls of people and services to AWS, and the configuration of resources",
      personalData: false,
    },
    { name: "edge-logs", holds: "addresses and requests of customers", personalData: true },
  ],
  shape: z.object({
    objectLock: z
      .enum(["off", "governance"])
      .default("off")
      .describe(
        'Whether log files of the trail are locked in governance mode for as long as they are kept. It cannot be taken back: "off" later keeps the lock of what is there, and S3 never switches the bucket\'s off.',
      ),
  }),
  settings: z.object({
    trailRetentionDays: days("the trail and the recorded configuration", 3653),
    edgeLogRetentionDays: days("the logs of CloudFront and its web ACL", 90),
  }),
  needs: runInputs.pick({ ephemeral: true }).extend({
    auditBucketName: z.string().describe("Name of the bucket of the trail."),
    configBucketName: z.string().describe("Name of the bucket that AWS Config delivers to from every region."),
    edgeLogBucketName: z.string().describe("Name of the bucket of CloudFront's logs."),
    wafLogBucketName: z
      .string()
      .regex(/^aws-waf-logs-/, "must begin with aws-waf-logs-")
      .describe("Name of the bucket of the web ACLs' logs."),
  }),
  outputs: z.object({
    trailArn: z.string().describe("ARN of the trail of all regions."),
  }),
});
