import { switchNamespace } from "../../modules/failover/switches/contract";
import type { Need } from "./need";

/** What AWS tells of a request, by action, where all that we make of one are the same. */
const told: Readonly<Record<string, NonNullable<Need["context"]>>> = {
  "cloudwatch:PutMetricData": { "cloudwatch:namespace": switchNamespace },
};

/** An action as a need, with what is known of every request for it. */
export const needFor = (action: string): Need => {
  const context = told[action];
  return context === undefined ? { action } : { action, context };
};
