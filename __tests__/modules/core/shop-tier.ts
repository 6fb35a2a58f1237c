import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { Construct } from "constructs";
import { z } from "zod";
import { contract, type Inputs, type Outputs } from "../../../modules/core/contract";
import { not, number } from "../../../modules/core/late";

export const shopContract = contract({
  name: "shop",
  summary: "A queue and some logs.",
  scope: "region",
  shape: z.object({ letters: z.array(z.string()).default(["a", "b"]).describe("Letters.") }),
  settings: z.object({
    leastDays: z.int().min(1).max(90).default(3).describe("Least days."),
    mostDays: z.int().default(7).describe("Most days."),
    keep: z.boolean().default(true).describe("Whether to keep them."),
  }),
  variants: {
    by: "payment",
    description: "How customers pay.",
    fallback: "cash",
    of: {
      cash: { shape: z.object({}), settings: z.object({}) },
      card: { shape: z.object({}), settings: z.object({ acquirer: z.string().describe("Who acquires.") }) },
      invoice: {
        shape: z.object({}),
        settings: z.object({ dueDays: z.int().describe("Days until due.") }),
        variants: {
          by: "sentBy",
          description: "How the invoice is sent.",
          fallback: "mail",
          of: {
            mail: { shape: z.object({}), settings: z.object({}) },
            post: { shape: z.object({}), settings: z.object({ stamp: z.string().describe("What is stuck on it.") }) },
          },
        },
      },
    },
  },
  needs: z.object({ queueName: z.string().describe("Name of the queue.") }),
  outputs: z.object({
    queueArn: z.string().describe("ARN of the queue."),
    days: z.number().describe("Days kept."),
    kept: z.boolean().describe("Whether they are kept."),
    names: z.array(z.string()).describe("Names of the logs."),
  }),
  rules: [
    {
      require: { left: "leastDays", is: "<=", right: "mostDays" },
      message: "Lower {leastDays} or raise {mostDays}.",
    },
  ],
});

type C = typeof shopContract;

/** A small tier that uses each kind of value. */
export class ShopTier extends Construct implements Outputs<C> {
  static readonly contract = shopContract;
  readonly queueArn;
  readonly days;
  readonly kept;
  readonly names;

  constructor(scope: Construct, id: string, { letters, leastDays, keep, queueName }: Inputs<C>) {
    super(scope, id);
    const queue = new SqsQueue(this, "orders", { name: queueName, delaySeconds: number(leastDays), fifoQueue: keep });
    const logs = letters.map(
      (letter) => new CloudwatchLogGroup(this, `log-${letter}`, { name: `/shop/${letter}`, skipDestroy: not(keep) }),
    );
    this.queueArn = queue.arn;
    this.days = leastDays;
    this.kept = keep;
    this.names = logs.map(({ name }) => name);
  }
}
