import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import type { EcsInputs } from "../compute/contract";
import { pull } from "../compute/pull";
import type { Service } from "../compute/service";

interface Given {
  readonly name: string;
  readonly inputs: EcsInputs;
  readonly service: Service;
  readonly place: Home;
  readonly logGroupArn: string;
}

/**
 * Two roles, which only tasks of this account take: Fargate's, that starts a container, and the container's own.
 *
 * The first pulls one image and writes one log group; the container's has what the service says, and nothing else.
 */
export function roles(scope: Construct, { name, inputs, service, place, logGroupArn }: Given) {
  const { account, boundaryArn } = place;
  const assume = new DataAwsIamPolicyDocument(scope, "assume", {
    statement: [
      {
        actions: ["sts:AssumeRole"],
        principals: [{ type: "Service", identifiers: ["ecs-tasks.amazonaws.com"] }],
        condition: [
          { test: "StringEquals", variable: "aws:SourceAccount", values: [account] },
          { test: "ArnLike", variable: "aws:SourceArn", values: [place.arn("ecs", "*")] },
        ],
      },
    ],
  });
  const role = (id: string, roleName: string): IamRole =>
    new IamRole(scope, id, {
      name: roleName,
      assumeRolePolicy: assume.json,
      permissionsBoundary: boundaryArn,
    });
  const policy = (id: string, to: IamRole, statement: readonly DataAwsIamPolicyDocumentStatement[]): IamRolePolicy => {
    const document = new DataAwsIamPolicyDocument(scope, `${id}-permissions`, { statement: [...statement] });
    return new IamRolePolicy(scope, `${id}-policy`, { name, role: to.id, policy: document.json });
  };

  const execution = role("execution", `${name}-start`);
  const task = role("role", name);
  const policies = [
    policy("execution", execution, [
      ...pull(place, inputs.containerImage),
      {
        sid: "Log",
        actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
        resources: [`${logGroupArn}:log-stream:*`],
      },
    ]),
    ...(service.statements.length > 0 ? [policy("role", task, service.statements)] : []),
  ];
  return { execution, task, policies };
}
