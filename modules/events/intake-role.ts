import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import { is } from "../blocks/encryption/uses";
import type { Home } from "../core/home";

/** The role that the API works with: it sends to the queue, and cannot read it. */
export function intakeRole(
  scope: Construct,
  home: Home,
  { name, queueArn, keyArn }: { readonly name: string; readonly queueArn: string; readonly keyArn: string },
): IamRole {
  const trust = new DataAwsIamPolicyDocument(scope, "intake-trust", {
    statement: [
      { actions: ["sts:AssumeRole"], principals: [{ type: "Service", identifiers: ["apigateway.amazonaws.com"] }] },
    ],
  });
  const role = new IamRole(scope, "intake-role", {
    name,
    assumeRolePolicy: trust.json,
    permissionsBoundary: home.boundaryArn,
  });
  const document = new DataAwsIamPolicyDocument(scope, "intake-permissions", {
    statement: [
      { sid: "SendEvents", actions: ["sqs:SendMessage"], resources: [queueArn] },
      {
        sid: "EncryptEvents",
        // SQS wants both of who sends: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
        actions: ["kms:Decrypt", "kms:GenerateDataKey"],
        resources: [keyArn],
        condition: [is("kms:ViaService", `sqs.${home.region}.amazonaws.com`)],
      },
    ],
  });
  new IamRolePolicy(scope, "intake-policy", { name, role: role.id, policy: document.json });
  return role;
}
