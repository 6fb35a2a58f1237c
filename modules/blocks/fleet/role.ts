import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import type { Ec2Inputs } from "../compute/contract";
import { pulls } from "../service-role/pulls";
import type { Acting, Actor } from "../service-role/service-role";
import { listsStreams } from "../service-role/writes-log";

export const instances: Actor = { service: "ec2.amazonaws.com" };

/** What instances do by their role: Session Manager, their own log group, their own image. */
export const instancesAct = (inputs: Ec2Inputs, home: Home, logGroupArn: string): Acting => ({
  ...instances,
  statements: [
    sessionManager,
    listsStreams(logGroupArn),
    ...(inputs.workload === "container" ? pulls(home, inputs.containerImage) : []),
  ],
});

/** What the agent calls for sessions; none of it can be narrowed to a resource. */
const sessionManager: DataAwsIamPolicyDocumentStatement = {
  sid: "SessionManager",
  actions: [
    "ssm:UpdateInstanceInformation",
    "ssmmessages:CreateControlChannel",
    "ssmmessages:CreateDataChannel",
    "ssmmessages:OpenControlChannel",
    "ssmmessages:OpenDataChannel",
  ],
  resources: ["*"],
};
