import type { Construct } from "constructs";
import { alarm } from "../blocks/alerts/alarm";
import type { Inputs } from "../core/contract";
import { times } from "../core/late";
import type { eventsContract } from "./contract";

interface Watched {
  readonly apiId: string;
  readonly queueName: string;
  readonly failedQueueName: string;
  readonly functionName: string;
}

/** Tells the region's topic when events are refused, wait, fail, or were given up. */
export function alarms(scope: Construct, inputs: Inputs<typeof eventsContract>, watched: Watched): void {
  const raise = (
    role: string,
    metric: Pick<
      Parameters<typeof alarm>[2],
      "description" | "namespace" | "metric" | "dimensions" | "statistic" | "above" | "minutes"
    >,
  ) => alarm(scope, role, { ...metric, name: `${inputs.namePrefix}-events-${role}`, topicArn: inputs.alertTopicArn });
  const ofQueue = (QueueName: string) => ({ namespace: "AWS/SQS", dimensions: { QueueName } });
  const ofFunction = { namespace: "AWS/Lambda", dimensions: { FunctionName: watched.functionName } };

  raise("refused", {
    description: "The API answers with server errors: events do not get into the queue. Look at its access log.",
    namespace: "AWS/ApiGateway",
    metric: "5xx",
    dimensions: { ApiId: watched.apiId },
    statistic: "Sum",
    above: 0,
  });
  raise("waiting", {
    description: "The oldest event waits too long: the function fails, or there is more than it can work off.",
    ...ofQueue(watched.queueName),
    metric: "ApproximateAgeOfOldestMessage",
    statistic: "Maximum",
    above: times(inputs.alarmAfterMinutes, 60),
  });
  raise("given-up", {
    description: "Events are in the dead-letter queue. Mend the function, then redrive them to their queue.",
    ...ofQueue(watched.failedQueueName),
    metric: "ApproximateNumberOfMessagesVisible",
    statistic: "Maximum",
    above: 0,
    minutes: 1,
  });
  raise("failing", {
    description: "The function ends with errors. Look at its log.",
    ...ofFunction,
    metric: "Errors",
    statistic: "Sum",
    above: 0,
  });
  raise("throttled", {
    description: "The function is held back by its concurrency. Raise maxConcurrency, or make it faster.",
    ...ofFunction,
    metric: "Throttles",
    statistic: "Sum",
    above: 0,
    minutes: 15,
  });
}
