import { Construct } from "constructs";
import { key } from "../blocks/encryption/key";
import type { Inputs, Outputs } from "../core/contract";
import { homeOf } from "../core/home";
import { alarms } from "./alarms";
import { eventsContract } from "./contract";
import { intake } from "./intake";
import { keyStatements } from "./key-statements";
import { queues } from "./queue";
import { worker } from "./worker";

type C = typeof eventsContract;

/**
 * The events tier: what need not be done while a customer waits, taken in by an API, kept in a queue, done by a function.
 *
 * - The API puts an event into the queue without any code between, so that it takes events in while the function fails.
 *   Callers sign with IAM or, in a region with identity, have a customer's token; they come over TLS 1.2, by one name, and
 *   are held to a rate. AWS has no web ACL for such an API.
 * - An event is there until a handler has acknowledged it. What fails too often is kept apart for 14 days, and tells.
 *   It may be handed out twice, and out of order.
 * - Queues, variables and code are under a key of the tier; the function reaches the api and AWS services only.
 * - Nothing of it survives a destroy. Events that wait are lost with their region: a recovery begins with an empty queue,
 *   so what must not be lost is written to the database first, and only then posted here.
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
    const home = homeOf(this);

    const { arn: keyArn } = key(this, "events", {
      home,
      description: "Events, and the function that works them off",
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

    this.endpoint = taking.endpoint;
    this.invokeArn = taking.invokeArn;
    this.queueArn = queue.arn;
    this.deadLetterQueueArn = failed.arn;
    this.functionName = working.name;
    this.logGroupNames = [taking.log.name, working.log.name];
  }
}
