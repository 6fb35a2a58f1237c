import { preparationName } from "../../modules/database/contract";
import { switchNamespace } from "../../modules/failover/switches/contract";
import type { Need } from "./need";

/** What AWS tells of a request, by action, where all that we make of one are the same. */
const told: Readonly<Record<string, NonNullable<Need["context"]>>> = {
  "cloudwatch:PutMetricData": { "cloudwatch:namespace": switchNamespace },
};

/** What all that we make of one are about: of a run, as its functions are named. */
const about: Readonly<Record<string, string>> = {
  "lambda:InvokeFunction": `arn:aws:lambda:{region}:{account}:function:${preparationName("dr-261123030000-k7qd")}`,
};

/** An action as a need, with what is known of every request for it. */
export const needFor = (action: string): Need => {
  const [resource, context] = [about[action], told[action]];
  return { action, ...(resource === undefined ? {} : { resource }), ...(context === undefined ? {} : { context }) };
};
