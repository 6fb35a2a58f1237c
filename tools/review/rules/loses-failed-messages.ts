import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { also } from "../guards/also";
import { given } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { parsed } from "../secrets/inside";
import { finding, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const what = "Where failed messages go";
const means = "What fails is tried again for a while, and is gone then.";
const wayOut = "Keep a queue for what fails, and an alarm on its length.";
const place = (...path: (string | number)[]) => ({ ...given(path, what), enough: 0 });

/** What failed can be tried again only if something has kept it. */
export const losesFailedMessages: Rule = also(
  weakening({
    id: "loses-failed-messages",
    about: "Messages, events or calls that fail are kept nowhere any more.",
    cannotSee: "What programs do with what fails, and whether anybody looks at what is kept.",
    guards: {
      aws_cloudwatch_event_target: [place("dead_letter_config")],
      aws_lambda_event_source_mapping: [place("destination_config", 0, "on_failure")],
      aws_lambda_function: [place("dead_letter_config")],
      aws_lambda_function_event_invoke_config: [place("destination_config", 0, "on_failure")],
      aws_scheduler_schedule: [place("target", 0, "dead_letter_config")],
      aws_sns_topic_subscription: [place("redrive_policy")],
      aws_sqs_queue: [place("redrive_policy")],
    },
    weaker: "medium",
    means,
    wayOut,
  }),
  { aws_sns_topic_subscription: ledNowhere, aws_sqs_queue: ledNowhere },
);

/** The provider keeps a policy that the code says no longer, whatever becomes of the queue that it names. */
function ledNowhere({ after }: ResourceChange, { destroyed }: Surroundings): Verdict[] {
  const arn: unknown = Object(parsed(`${after?.redrive_policy}`)).deadLetterTargetArn;
  if (!destroyed.has(arn)) return [ok];
  return [
    finding({
      severity: "medium",
      attribute: "redrive_policy",
      why: `The queue that takes failed messages, ${arn}, is deleted by the same plan. ${means}`,
      wayOut,
    }),
  ];
}
