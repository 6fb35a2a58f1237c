import { z } from "zod";
import { accountContract } from "../account/contract";
import { contract } from "../core/contract";
import { reads, readsOrNull } from "../core/reads";
import { runInputs } from "../core/run";
import { securityContract } from "../security/contract";

const days = (what: string, fallback: number) => z.int().min(1).max(3653).default(fallback).describe(`Days ${what}.`);

export const logsContract = contract({
  name: "logs",
  summary: "The archive of all logs of the region, and the bucket for access logs of load balancers and S3.",
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
      .describe(
        'Whether archived logs are locked in governance mode for as long as they are kept. It cannot be taken back: "off" later keeps the lock of what is there, and S3 never switches the bucket\'s off.',
      ),
  }),
  settings: z.object({
    accessLogRetentionDays: days(
      "that access logs are kept; a load balancer's have the whole address of each request, with its query, which nothing shortens",
      90,
    ),
    archiveRetentionDays: days("that the archive keeps a log", 365),
    archiveColdAfterDays: days("until what is archived moves to S3's archive class, which still answers at once", 30),
  }),
  reads: [readsOrNull(accountContract, "boundaryArn"), reads(securityContract, "archiveKeyArn")],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }),
  outputs: z.object({
    accessLogBucketName: z.string().describe("Name of the bucket for access logs of load balancers and buckets."),
    archiveBucketName: z.string().describe("Name of the bucket with the region's archived logs."),
    archiveStreamName: z.string().describe("Name of the Firehose stream that delivers logs to the archive."),
    archiveStreamArn: z.string().describe("ARN of the stream, for subscription filters of log groups."),
    archiverRoleArn: z.string().describe("ARN of the role with which CloudWatch Logs writes to the stream."),
  }),
  rules: [
    {
      require: { left: "archiveColdAfterDays", is: "<", right: "archiveRetentionDays" },
      message:
        "Logs must not expire before they move to the colder storage class: S3 refuses that. Lower {archiveColdAfterDays} or raise {archiveRetentionDays}.",
    },
  ],
});
