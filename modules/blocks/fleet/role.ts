import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamInstanceProfile } from "@cdktf/provider-aws/lib/iam-instance-profile";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import type { Ec2Inputs } from "../compute/contract";
import { pull } from "../compute/pull";
import type { Service } from "../compute/service";

interface Given {
  readonly name: string;
  readonly inputs: Ec2Inputs;
  readonly service: Service;
  readonly place: Home;
  readonly logGroupArn: string;
}

/** The role of the instances: Session Manager, their own log group, their own image, and what the service says. */
export function role(scope: Construct, { name, inputs, service, place, logGroupArn }: Given) {
  const assume = new DataAwsIamPolicyDocument(scope, "assume", {
    statement: [{ actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }] }],
  });
  const instanceRole = new IamRole(scope, "role", {
    name,
    assumeRolePolicy: assume.json,
    permissionsBoundary: place.boundaryArn,
  });

  const document = new DataAwsIamPolicyDocument(scope, "permissions", {
    statement: [
      ...sessionManager,
      {
        sid: "Log",
        actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
        resources: [logGroupArn, `${logGroupArn}:log-stream:*`],
      },
      ...(inputs.workload === "container" ? pull(place, inputs.containerImage) : []),
      ...service.statements,
    ],
  });
  const policy = new IamRolePolicy(scope, "policy", { name, role: instanceRole.id, policy: document.json });

  return { instanceRole, policy, profile: new IamInstanceProfile(scope, "profile", { name, role: instanceRole.name }) };
}

/** What the agent calls for sessions; none of it can be narrowed to a resource. */
const sessionManager: DataAwsIamPolicyDocumentStatement[] = [
  {
    sid: "SessionManager",
    actions: [
      "ssm:UpdateInstanceInformation",
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ],
    resources: ["*"],
  },
];
