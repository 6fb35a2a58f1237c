import { z } from "zod";
import { imagePattern } from "../blocks/compute/image-name";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads, readsIfThere } from "../core/reads";
import type { Rule } from "../core/rule";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { identityContract } from "../identity/contract";
import { logsContract } from "../logs/contract";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

export const eventsContract = contract({
  name: "events",
  summary:
    "What the shop does later: an HTTP API that takes events in, a queue that keeps them, a function that works.",
  scope: "region",
  optional: true,
  stores: [{ name: "events", holds: "events that customers cause, until they are worked off", personalData: true }],
  shape: z.object({}),
  derived: z.object({
    authorizer: z
      .enum(["iam", "jwt"])
      .describe("Who may post events: whom IAM allows, or, where the region has customers, who has a token of theirs."),
  }),
  variants: {
    by: "workload",
    description: "What works the events off: a minimal handler that acknowledges each, or a container of your own.",
    fallback: "minimal",
    of: {
      minimal: { shape: z.object({}), settings: z.object({}) },
      container: {
        shape: z.object({}),
        settings: z.object({
          containerImage: z
            .string()
            .regex(imagePattern, `must be an image with its tag or digest such as ${platform}/events:1.4.2`)
            .describe("Image of the function in the ECR of this account and region, for arm64."),
        }),
      },
    },
  },
  settings: z.object({
    requestsPerSecond: z.int().min(1).max(10_000).default(100).describe("Requests that the API takes in a second."),
    burstRequests: z
      .int()
      .min(1)
      .max(5_000)
      .default(200)
      .describe("Requests that the API takes at once, before it holds callers to the second's number."),
    retentionDays: z
      .int()
      .min(1)
      .max(14)
      .default(4)
      .describe("Days that an event waits for its handler; what failed is kept for 14 days more."),
    maxAttempts: z
      .int()
      .min(1)
      .max(1000)
      .default(5)
      .describe("Times that an event is handed to the function, before it goes to the dead-letter queue."),
    maxConcurrency: z
      .int()
      .min(2)
      .max(1000)
      .default(10)
      .describe("Handlers that run at once. Reserved of the account's concurrency, of which AWS keeps 100 for others."),
    timeoutSeconds: z.int().min(1).max(900).default(30).describe("Seconds that a handler may take for its batch."),
    memoryMib: z.int().min(128).max(10_240).default(256).describe("Memory of a handler, in MiB; CPU follows it."),
    alarmAfterMinutes: z
      .int()
      .min(1)
      .max(1440)
      .default(15)
      .describe("Minutes that the oldest event may wait, before an alarm is raised."),
    logRetentionDays: logRetentionDays("the logs of API and function"),
  }),
  reads: [
    reads(dnsContract, "zoneId"),
    reads(networkContract, "appSubnetIds", "eventsGroupIds", "privateZoneName"),
    reads(securityContract, "logsKeyArn", "alertTopicArn"),
    reads(logsContract, "accessLogBucketName"),
    readsIfThere(identityContract, { tokenIssuer: "issuer", tokenAudience: "clientId" }),
  ],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend(dnsContract.needs.pick({ domain: true }).shape),
  outputs: z.object({
    endpoint: z.string().describe("Address that events are posted to."),
    invokeArn: z
      .string()
      .describe("What a role must be allowed to execute-api:Invoke, to post events, where IAM lets in."),
    queueArn: z.string().describe("Queue of the events; whoever may send to it need not use the API."),
    deadLetterQueueArn: z.string().describe("Queue of the events that no handler could work off."),
    functionName: z.string().describe("Name of the function."),
    logGroupNames: z.array(z.string()).describe("Log groups of the API and the function."),
  }),
  rules: [
    {
      require: { left: "requestsPerSecond", is: "<=", right: "burstRequests" },
      message:
        "A burst below the second's number would hold callers below it. Lower {requestsPerSecond} or raise {burstRequests}.",
    },
  ] as const satisfies readonly Rule[],
});
