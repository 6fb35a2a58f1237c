import { z } from "zod";
import { contract } from "../core/contract";
import { reads } from "../core/reads";
import { runInputs } from "../core/run";
import { securityContract } from "../security/contract";

const days = (what: string, fallback: number) => z.int().min(1).max(3653).default(fallback).describe(`Days ${what}.`);

export const logsContract = contract({
  name: "logs",
  summary: "The archive that all logs of the region go to, and the bucket that load balancers and S3 log to.",
  scope: "region",
  stores: [
    {
      name: "archive",
      holds: "logs of web, api, database and network, with addresses of customers",
      personalData: true,
    },
    { name: "access-logs", holds: "addresses and requests of customers", personalData: true },
  ],
  shape: z.object({
    objectLock: z
      .enum(["off", "governance"])
      .default("off")
      .describe("Whether what is archived is locked for as long as it is kept, in governance mode."),
  }),
  settings: z.object({
    accessLogRetentionDays: days("that access logs are kept", 365),
    archiveRetentionDays: days("that the archive keeps a log", 365),
    archiveColdAfterDays: days("until what is archived moves to S3's archive class, which still answers at once", 30),
  }),
  reads: [reads(securityContract, "archiveKeyArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    accessLogBucketName: z.string().describe("Bucket for access logs of load balancers and buckets."),
    archiveBucketName: z.string().describe("Bucket that the logs of the region are kept in."),
    archiveStreamName: z.string().describe("Firehose stream that brings logs to the archive."),
    archiveStreamArn: z.string().describe("ARN of the stream, which log groups are subscribed by."),
    archiverRoleArn: z.string().describe("Role that CloudWatch Logs puts logs into the stream by."),
  }),
  rules: [
    {
      require: { left: "archiveColdAfterDays", is: "<", right: "archiveRetentionDays" },
      message:
        "What expires before it moves never moves, and S3 refuses it. Lower {archiveColdAfterDays} or raise {archiveRetentionDays}.",
    },
  ],
});
