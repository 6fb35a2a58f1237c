import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import type { LambdaInputs } from "../compute/contract";
import { joinsVpc } from "../service-role/joins-vpc";
import type { Acting } from "../service-role/service-role";
import { writesLog } from "../service-role/writes-log";

interface Function {
  readonly name: string;
  readonly logGroupArn: string;
}

/** What a function does by its role: its place in the VPC, its own log group, its traces. */
export const functionActs = (inputs: LambdaInputs, home: Home, { name, logGroupArn }: Function): Acting => ({
  service: "lambda.amazonaws.com",
  statements: [...joinsVpc(home, name), writesLog(logGroupArn), ...(inputs.tracing ? [traces] : [])],
});

/** X-Ray's two calls; neither can be narrowed to a resource. */
const traces: DataAwsIamPolicyDocumentStatement = {
  sid: "Trace",
  actions: ["xray:PutTelemetryRecords", "xray:PutTraceSegments"],
  resources: ["*"],
};
