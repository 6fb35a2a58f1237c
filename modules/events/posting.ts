import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { byWayOf } from "../blocks/encryption/statements";
import type { Inputs } from "../core/contract";
import type { Home } from "../core/home";
import type { eventsContract } from "./contract";

interface Queue {
  readonly queueArn: string;
  readonly keyArn: string;
}

/** What puts events into the queue and cannot read them: whoever sends needs both uses of its key. */
export const sendsEvents = (home: Home, { queueArn, keyArn }: Queue): DataAwsIamPolicyDocumentStatement[] => [
  { sid: "SendEvents", actions: ["sqs:SendMessage"], resources: [queueArn] },
  {
    sid: "EncryptEvents",
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
    resources: [keyArn],
    condition: [byWayOf(home.region, "sqs")],
  },
];

/** Lets the api's role, and no other, send events to the queue, and post them where the API lets in whom IAM allows. */
export function letPost(
  scope: Construct,
  { authorizer, apiRoleArn }: Pick<Inputs<typeof eventsContract>, "authorizer" | "apiRoleArn">,
  { home, invokeArn, ...queue }: Queue & { readonly home: Home; readonly invokeArn: string },
): void {
  const post = { sid: "PostEvents", actions: ["execute-api:Invoke"], resources: [invokeArn] };
  const document = new DataAwsIamPolicyDocument(scope, "posting", {
    statement: [...sendsEvents(home, queue), ...(authorizer === "iam" ? [post] : [])],
  });
  new IamRolePolicy(scope, "api-posts", {
    name: "post-events",
    role: Fn.basename(apiRoleArn),
    policy: document.json,
  });
}
