import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { is } from "../../blocks/encryption/statements";
import { switchNamespace } from "../../failover/switches/contract";

/** Fences the lost region and opens the recovered one, as people do; no other metric. */
export const settingSwitches: DataAwsIamPolicyDocumentStatement = {
  sid: "SetSwitches",
  actions: ["cloudwatch:PutMetricData"],
  resources: ["*"],
  condition: [is("cloudwatch:namespace", switchNamespace)],
};
