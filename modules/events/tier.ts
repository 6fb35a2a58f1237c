import { Construct } from "constructs";
import { key } from "../blocks/encryption/key";
import { tellEndpoint } from "../blocks/endpoints/parameter";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { alarms } from "./alarms";
import { eventsContract } from "./contract";
import { intake } from "./intake";
import { keyStatements } from "./key-statements";
import { letPost } from "./posting";
import { queues } from "./queue";
import { worker } from "./worker";

type C = typeof eventsContract;

/**
 * The events tier: work that need not be done while a customer waits, accepted by an API, kept in a queue, done by a function.
 *
 * - The API writes an event to the queue without any code in between, so it accepts events while the function fails. Callers
 *   sign with IAM or, in a region with identity, have a customer's token; they use TLS 1.2, and are rate limited. AWS offers no
 *   web ACL for such an API.
 * - An event stays until a handler has acknowledged it. One that fails too often goes to a dead-letter queue for 14 days, and
 *   raises an alarm. Events can arrive twice and out of order.
 * - Where each live region has events and identity, customers' browsers post to `events.<domain>`, `sharedEndpoint` in the parameter:
 *   it leads where the shop does, to a live region that may get customers or to a recovered one that is open, never to a fenced
 *   one, and a fence or an opening switches both. Each user pool has tokens of its own, so a region answers those of another with 401;
 *   then let the customer sign in where the shop is now. With several live regions, CloudFront and a browser may each be led to
 *   another one: let pages post to `endpoint`, the region's own name, and to `sharedEndpoint` when that does not answer.
 * - Callers that sign with IAM have the region's own name, `events.<region>.<domain>`, and nothing leads them on: the region is
 *   part of what they sign. The API, the one that may, runs in the same region and is rebuilt with it.
 * - Queues, environment variables and code are encrypted with a key of the tier; the function reaches the API tier and AWS
 *   services only.
 * - Nothing remains after a destroy. Events that wait are lost with their region, and a recovery starts with an empty queue: write
 *   what must not be lost to the database first, and post it here after that.
 *
 * *Cost*: requests, messages, the function's time, a KMS key.
 */
export class EventsTier extends Construct implements Outputs<C> {
  static readonly contract = eventsContract;
  readonly endpoint: string;
  readonly invokeArn: string;
  readonly queueArn: string;
  readonly deadLetterQueueArn: string;
  readonly functionName: string;
  readonly logGroupNames: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const home = boundedHomeOf(this, inputs);

    const { arn: keyArn } = key(this, "events", {
      home,
      description: "Events and the function that processes them",
      alias: `alias/${inputs.namePrefix}-events`,
      statements: keyStatements(home),
    });
    const { queue, failed } = queues(this, inputs, { home, keyArn });
    const working = worker(this, inputs, { home, queueArn: queue.arn, keyArn });
    const taking = intake(this, inputs, { home, queue, keyArn });
    alarms(this, inputs, {
      apiId: taking.apiId,
      queueName: queue.name,
      failedQueueName: failed.name,
      functionName: working.name,
    });

    letPost(this, inputs, { home, queueArn: queue.arn, keyArn, invokeArn: taking.invokeArn });
    tellEndpoint(this, {
      namePrefix: inputs.namePrefix,
      tier: "events",
      value: {
        endpoint: taking.endpoint,
        queueUrl: queue.url,
        ...(taking.sharedEndpoint === undefined ? {} : { sharedEndpoint: taking.sharedEndpoint }),
      },
    });

    this.endpoint = taking.endpoint;
    this.invokeArn = taking.invokeArn;
    this.queueArn = queue.arn;
    this.deadLetterQueueArn = failed.arn;
    this.functionName = working.name;
    this.logGroupNames = [taking.log.name, working.log.name];
  }
}
