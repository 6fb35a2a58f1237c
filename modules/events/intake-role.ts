import type { Construct } from "constructs";
import { is } from "../blocks/encryption/statements";
import { type ServiceRole, serviceRole } from "../blocks/service-role/service-role";
import type { Home } from "../core/home";

/** The role that the API works with: it sends to the queue, and cannot read it. */
export const intakeRole = (
  scope: Construct,
  home: Home,
  { name, queueArn, keyArn }: { readonly name: string; readonly queueArn: string; readonly keyArn: string },
): ServiceRole =>
  serviceRole(scope, "intake-role", {
    home,
    name,
    service: "apigateway.amazonaws.com",
    statements: [
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
