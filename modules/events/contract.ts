import { z } from "zod";
import { accountContract } from "../account/contract";
import { apiContract } from "../api/contract";
import { imagePattern } from "../blocks/compute/image-name";
import { logRetentionDays } from "../blocks/log-group/retention";
import { contract } from "../core/contract";
import { platform } from "../core/names";
import { reads, readsAs, readsIfThere, readsOrNull } from "../core/reads";
import type { Rule } from "../core/rule";
import { runInputs } from "../core/run";
import { dnsContract } from "../dns/contract";
import { identityContract } from "../identity/contract";
import { logsContract } from "../logs/contract";
import { networkContract } from "../network/contract";
import { securityContract } from "../security/contract";

/** Name that a region's events are posted to. */
export const eventsHostName = (region: string, domain: string): string => `events.${region}.${domain}`;

/** Name that customers' browsers post events to, whatever region serves them. */
export const sharedEventsName = (domain: string): string => `events.${domain}`;

/** Name of that API of a region which answers the shared name; the edge leads there. */
export const eventsRegionName = (region: string, domain: string): string => `${region}.${sharedEventsName(domain)}`;

export const eventsContract = contract({
  name: "events",
  summary:
    "Work that need not be done while a customer waits: an HTTP API that accepts events, a queue, and a function that processes them.",
  scope: "region",
  optional: true,
  stores: [{ name: "events", holds: "events that customers cause, until they are worked off", personalData: true }],
  shape: z.object({}),
  derived: z.object({
    authorizer: z
      .enum(["iam", "jwt"])
      .describe(
        "Who may post events: callers that IAM allows, or holders of a customer's token if the region has a user pool.",
      ),
    sharesName: z
      .boolean()
      .optional()
      .describe(
        `Whether the region answers ${sharedEventsName("<domain>")}, too, which leads where the shop does: with tokens only, since a signature by IAM names its region.`,
      ),
  }),
  variants: {
    by: "workload",
    description: "What processes the events: a minimal handler that acknowledges each, or a container of yours.",
    fallback: "minimal",
    of: {
      minimal: { shape: z.object({}), settings: z.object({}) },
      container: {
        shape: z.object({}),
        settings: z.object({
          containerImage: z
            .string()
            .regex(imagePattern, `must be an image with its tag or digest such as ${platform}/events:1.4.2`)
            .describe("Image of the function in ECR, in this account and region, for arm64."),
        }),
      },
    },
  },
  settings: z.object({
    requestsPerSecond: z.int().min(1).max(10_000).default(100).describe("Requests that the API accepts per second."),
    burstRequests: z
      .int()
      .min(1)
      .max(5_000)
      .default(200)
      .describe("Requests that the API accepts in a burst, before it limits callers to the rate per second."),
    retentionDays: z
      .int()
      .min(1)
      .max(14)
      .default(4)
      .describe("Days that an event waits to be processed; failed events are kept for another 14 days."),
    maxAttempts: z
      .int()
      .min(1)
      .max(1000)
      .default(5)
      .describe("How often an event is tried before it goes to the dead-letter queue."),
    maxConcurrency: z
      .int()
      .min(2)
      .max(1000)
      .default(10)
      .describe("Concurrent handlers at most. Nothing is reserved for them of the account's concurrency."),
    timeoutSeconds: z.int().min(1).max(900).default(30).describe("Seconds that a handler may take for a batch."),
    memoryMib: z.int().min(128).max(10_240).default(256).describe("Memory of a handler in MiB; CPU grows with it."),
    alarmAfterMinutes: z
      .int()
      .min(1)
      .max(1440)
      .default(15)
      .describe("Minutes that the oldest event may wait before an alarm is raised."),
    logRetentionDays: logRetentionDays("the logs of the API and the function"),
  }),
  reads: [
    readsOrNull(accountContract, "boundaryArn"),
    reads(dnsContract, "zoneId"),
    reads(networkContract, "appSubnetIds", "eventsGroupIds", "privateZoneName"),
    reads(securityContract, "logsKeyArn", "alertTopicArn"),
    reads(logsContract, "accessLogBucketName"),
    readsAs(apiContract, { apiRoleArn: "roleArn" }),
    readsIfThere(identityContract, { tokenIssuer: "issuer", tokenAudience: "clientId" }),
  ],
  needs: runInputs.pick({ namePrefix: true, ephemeral: true }).extend(dnsContract.needs.pick({ domain: true }).shape),
  outputs: z.object({
    endpoint: z.string().describe("URL that events are posted to."),
    invokeArn: z.string().describe("ARN that a role must be allowed to execute-api:Invoke on to post events with IAM."),
    queueArn: z.string().describe("ARN of the event queue; a role that may send to it does not need the API."),
    deadLetterQueueArn: z.string().describe("ARN of the dead-letter queue, with events that could not be processed."),
    functionName: z.string().describe("Name of the function."),
    logGroupNames: z.array(z.string()).describe("Log groups of the API and the function."),
  }),
  rules: [
    {
      require: { left: "requestsPerSecond", is: "<=", right: "burstRequests" },
      message:
        "A burst below the rate would limit callers to less than the rate. Lower {requestsPerSecond} or raise {burstRequests}.",
    },
  ] as const satisfies readonly Rule[],
});
