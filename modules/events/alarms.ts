import type { Construct } from "constructs";
import { alarm, type Watched } from "../blocks/alerts/alarm";
import type { Metric } from "../blocks/alerts/metric";
import type { Inputs } from "../core/contract";
import { times } from "../core/late";
import type { eventsContract } from "./contract";

interface Parts {
  readonly apiId: string;
  readonly queueName: string;
  readonly failedQueueName: string;
  readonly functionName: string;
}

/** Tells the region's topic when events are refused, wait, fail, or were given up. */
export function alarms(scope: Construct, inputs: Inputs<typeof eventsContract>, parts: Parts): void {
  const { namePrefix, alertTopicArn: topicArn } = inputs;
  for (const [role, watched] of Object.entries(promises(inputs, parts)))
    alarm(scope, role, { ...watched, name: `${namePrefix}-events-${role}`, topicArn });
}

const promises = (
  { alarmAfterMinutes }: Inputs<typeof eventsContract>,
  { apiId, queueName, failedQueueName, functionName }: Parts,
): Record<string, Watched> => ({
  refused: {
    description: "The API answers with server errors, so events do not reach the queue. Look at its access log.",
    metrics: { errors: { namespace: "AWS/ApiGateway", name: "5xx", dimensions: { ApiId: apiId }, stat: "Sum" } },
    above: 0,
    evaluationPeriods: 5,
  },
  waiting: {
    description:
      "The oldest event has waited too long: the function fails, or there are more events than it can process.",
    metrics: { age: ofQueue(queueName, "ApproximateAgeOfOldestMessage") },
    above: times(alarmAfterMinutes, 60),
    evaluationPeriods: 5,
  },
  "given-up": {
    description: "There are events in the dead-letter queue. Fix the function, then redrive them to their queue.",
    metrics: { messages: ofQueue(failedQueueName, "ApproximateNumberOfMessagesVisible") },
    above: 0,
    evaluationPeriods: 1,
  },
  failing: {
    description: "The function fails. Look at its log.",
    metrics: { errors: ofFunction(functionName, "Errors") },
    above: 0,
    evaluationPeriods: 5,
  },
  throttled: {
    description: "The function is throttled. Raise maxConcurrency, or make it faster.",
    metrics: { throttles: ofFunction(functionName, "Throttles") },
    above: 0,
    evaluationPeriods: 15,
  },
});

const ofQueue = (QueueName: string, name: string): Metric => ({
  namespace: "AWS/SQS",
  name,
  dimensions: { QueueName },
  stat: "Maximum",
});

const ofFunction = (FunctionName: string, name: string): Metric => ({
  namespace: "AWS/Lambda",
  name,
  dimensions: { FunctionName },
  stat: "Sum",
});
