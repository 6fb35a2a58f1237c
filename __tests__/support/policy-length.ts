import type { Block, Written } from "./module";
import { statements } from "./statements";

/** What IAM counts of a document: characters of its JSON, without spaces, with an account of 12 digits in it. */
export function policyLength(module: Written, document: string): number {
  const Statement = statements(module, document).map(inJson);
  return JSON.stringify({ Version: "2012-10-17", Statement })
    .replace(/\$\{data\.aws_caller_identity\.[^}]*\}/g, "1".repeat(12))
    .replace(/\$\{data\.aws_partition\.[^}]*\}/g, "aws").length;
}

/** A statement as `aws_iam_policy_document` writes it. */
const inJson = ({ sid, effect, condition = [], ...lists }: Block) => ({
  Sid: sid,
  Effect: effect ?? "Allow",
  ...Object.fromEntries(Object.entries(lists).map(([name, values]) => [names[name] ?? name, oneOrAll(values)])),
  Condition: condition.map(({ test, variable, values }: Block) => ({ [test]: { [variable]: oneOrAll(values) } })),
});

const names: Readonly<Record<string, string>> = {
  actions: "Action",
  not_actions: "NotAction",
  resources: "Resource",
  not_resources: "NotResource",
};

const oneOrAll = (values: readonly unknown[]): unknown => (values.length === 1 ? values[0] : values);
