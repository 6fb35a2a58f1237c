import { created, kept, readLater } from "./plans";

export const allow = (Action: string | string[], Resource: string | string[] = "*", more: object = {}) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
export const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
export const objects = "arn:aws:s3:::orders/*";
export const read = policy(allow("s3:GetObject", objects));
/** A policy that is known by the apply only, because it names a queue that the plan makes. */
export const later = (
  actions: string[],
  resources: readonly string[] = ["aws_sqs_queue.jobs.arn", "aws_sqs_queue.jobs"],
) => [
  {
    ...readLater(
      "data.aws_iam_policy_document.jobs",
      { statement: [{ effect: "Allow", actions, resources: [] }] },
      { statement: [{ resources: { references: resources } }] },
    ),
    change: {
      actions: ["read"],
      before: null,
      after: { statement: [{ effect: "Allow", actions }] },
      after_unknown: { json: true, statement: [{ resources: true, actions: actions.map(() => false) }] },
    },
  },
  created("aws_sqs_queue.jobs", {}),
];
export const byDocument = { policy: ["data.aws_iam_policy_document.jobs.json", "data.aws_iam_policy_document.jobs"] };
export const trust = (Principal: unknown, Condition?: object) => ({
  assume_role_policy: policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal, ...(Condition && { Condition }) }),
});
export const own = kept("aws_iam_role.other", { arn: "arn:aws:iam::111122223333:role/other" });
export const ec2 = trust({ Service: "ec2.amazonaws.com" });
export const bucket = (...statements: object[]) => ({ bucket: "site", policy: policy(...statements) });
export const everybody = { Principal: "*" };
export const partner = { Principal: { AWS: "arn:aws:iam::999988887777:root" } };
