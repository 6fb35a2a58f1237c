import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SnsTopicPolicy } from "@cdktf/provider-aws/lib/sns-topic-policy";
import { SnsTopicSubscription } from "@cdktf/provider-aws/lib/sns-topic-subscription";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import type { Home } from "../../core/home";
import { key } from "../encryption/key";
import { is } from "../encryption/statements";
import type { Subscription } from "./contract";
import { alertKeyStatements } from "./key-statements";
import { alertSources, eventBridge } from "./sources";

export interface AlertTopicOptions {
  readonly home: Home;
  readonly name: string;
  readonly description: string;
  readonly subscriptions: readonly Pick<Subscription, "name" | "protocol">[];
  /** Where each of them goes, by its name. */
  readonly endpoints: Record<string, string>;
  /** Days between rotations of its key; AWS's own 365 when absent. */
  readonly rotationDays?: number;
  /** Days that its deleted key can be brought back; AWS's own 30 when absent. */
  readonly deletionWindowDays?: number;
}

/**
 * The ARN of a topic for alarms and events: under a key of its own, published to over TLS only, with its subscriptions.
 *
 * Alarms and RDS publish for this account only, EventBridge for whoever knows the topic. No person outside of the
 * account is admitted, and inside of it IAM decides.
 */
export function alertTopic(scope: Construct, id: string, options: AlertTopicOptions): string {
  const { home, name, description, subscriptions, endpoints, rotationDays, deletionWindowDays } = options;
  const topicKey = key(scope, id, {
    home,
    description,
    alias: `alias/${name}`,
    statements: alertKeyStatements(home, name),
    rotationDays,
    deletionWindowDays,
  });
  const topic = new SnsTopic(scope, `${id}-topic`, { name, kmsMasterKeyId: topicKey.arn });
  for (const { name: role, protocol } of subscriptions)
    new SnsTopicSubscription(scope, `${id}-to-${role}`, {
      topicArn: topic.arn,
      protocol,
      endpoint: Fn.lookup(endpoints, role),
    });
  const policy = new DataAwsIamPolicyDocument(scope, `${id}-topic-policy`, {
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
  return new SnsTopicPolicy(scope, `${id}-policy`, { arn: topic.arn, policy: policy.json }).arn;
}
