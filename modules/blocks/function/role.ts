import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import type { LambdaInputs } from "../compute/contract";
import { joinsVpc } from "../service-role/joins-vpc";
import type { Acting, Actor } from "../service-role/service-role";

export const functions: Actor = { service: "lambda.amazonaws.com" };

/** What a function does by its role: its place in the VPC, its traces. */
export const functionActs = (inputs: LambdaInputs, home: Home, name: string): Acting => ({
  ...functions,
  statements: [...joinsVpc(home, name), ...(inputs.tracing ? [traces] : [])],
});

/** X-Ray's two calls; neither can be narrowed to a resource. */
const traces: DataAwsIamPolicyDocumentStatement = {
  sid: "Trace",
  actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
  resources: ["*"],
};
