import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { is, throughServices } from "../encryption/statements";
import { alertSources, eventBridge } from "./sources";

const messageActions = ["kms:Decrypt", "kms:GenerateDataKey*"];

/** Who may use the key of a topic: the services that publish to it, and whoever in the account may. */
export const alertKeyStatements = (home: Home, topicName: string): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "PublishAlerts",
    principals: [{ type: "Service", identifiers: alertSources }],
    actions: messageActions,
    resources: ["*"],
    condition: [is("aws:SourceAccount", home.account)],
  },
  {
    sid: "PublishEvents",
    principals: [{ type: "Service", identifiers: [eventBridge] }],
    actions: messageActions,
    resources: ["*"],
    // The topic's ARN, from its name: the topic needs the key first.
    condition: [is("kms:EncryptionContext:aws:sns:topicArn", home.arn("sns", topicName))],
  },
  throughServices(home, "PublishFromTheAccount", { services: ["sns"], actions: messageActions }),
];
