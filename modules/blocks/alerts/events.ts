import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { Fn } from "cdktf";
import type { Construct } from "constructs";

/** Events of AWS that somebody must hear of. */
export interface HeardOf {
  readonly description: string;
  /** EventBridge's pattern: source, kinds and details. */
  readonly pattern: Readonly<Record<string, unknown>>;
  /** What is read out of an event, by the names that `text` has for it. */
  readonly read: Readonly<Record<string, string>>;
  /** What a reader needs to begin, with `<name>` for what was read. */
  readonly text: string;
}

/** Sends events to an alert topic, each as one sentence. */
export function alertOn(
  scope: Construct,
  id: string,
  { name, topicArn, description, pattern, read, text }: HeardOf & { readonly name: string; readonly topicArn: string },
): void {
  const rule = new CloudwatchEventRule(scope, `${id}-rule`, {
    name,
    description,
    eventPattern: Fn.jsonencode(pattern),
  });
  new CloudwatchEventTarget(scope, `${id}-target`, {
    rule: rule.name,
    arn: topicArn,
    inputTransformer: { inputPaths: { ...read }, inputTemplate: `"${text}"` },
  });
}
