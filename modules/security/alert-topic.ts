import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import type { Construct } from "constructs";
import type { Home } from "../core/home";
import { is } from "../encryption/uses";
import { alertSources, eventBridge } from "./alert-sources";

/**
 * The ARN of the topic that alarms and events of the region go to: encrypted, published to over TLS only.
 *
 * Alarms and RDS publish for this account only, EventBridge for whoever knows the topic. No person outside of the
 * account is admitted, and inside of it IAM decides.
 */
export function alertTopic(scope: Construct, home: Home, { name, keyArn }: { name: string; keyArn: string }): string {
  const topic = new SnsTopic(scope, "alerts-topic", { name, kmsMasterKeyId: keyArn });
  const policy = new DataAwsIamPolicyDocument(scope, "alerts-topic-policy", {
    statement: [
      {
        sid: "PublishAlerts",
        principals: [{ type: "Service", identifiers: alertSources }],
        actions: ["sns:Publish"],
        resources: [topic.arn],
        condition: [is("aws:SourceAccount", home.account)],
      },
      {
        sid: "PublishEvents",
        principals: [{ type: "Service", identifiers: [eventBridge] }],
        actions: ["sns:Publish"],
        resources: [topic.arn],
      },
      {
        sid: "TlsOnly",
        effect: "Deny",
        principals: [{ type: "AWS", identifiers: ["*"] }],
        actions: ["sns:Publish"],
        resources: [topic.arn],
        condition: [{ test: "Bool", variable: "aws:SecureTransport", values: ["false"] }],
      },
    ],
  });
  // Of the policy, not of the topic: RDS refuses a subscription to a topic that it may not publish to yet.
  return new SnsTopicPolicy(scope, "alerts-policy", { arn: topic.arn, policy: policy.json }).arn;
}
