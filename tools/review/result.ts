import { z } from "zod";
import { severities } from "./rules/rule";

const attribute = z.object({
  path: z.string().describe('Where it is, such as "ingress.0.cidr_blocks".'),
  before: z.string().nullable().describe("As JSON; null where it was not there. Never a secret: see hidden."),
  after: z.string().nullable().describe("As JSON; null where it will not be there, or is not known yet."),
  known: z.boolean().describe("Whether its value after the apply is known."),
  hidden: z.boolean().describe("Whether it is, or looks like, a secret; before and after are digests then."),
});
export type AttributeView = z.infer<typeof attribute>;

const change = z.object({
  address: z.string(),
  movedFrom: z.string().optional().describe("Its address in the state, if that is another one."),
  type: z.string(),
  fate: z.enum(["create", "update", "replace", "destroy", "forget", "move", "import", "read"]),
  why: z.string().optional().describe("Why it is replaced or destroyed, in words."),
  attributes: z.array(attribute),
});
export type ChangeView = z.infer<typeof change>;

const planDigest = z.object({
  files: z.string().describe("Of the root as it was synthesized, its lock file and its modules included."),
  changes: z.string().describe("Of what the plan does, without what differs between two plans of the same thing."),
});
export type PlanDigest = z.infer<typeof planDigest>;

const plan = z.object({
  root: z.string().describe("The planned root, or the name of the plan's file."),
  changes: z.array(change).describe("What does not stay as it is, in the plan's order."),
  provisional: z
    .array(z.string())
    .describe("What must be applied before, and what is not known until then; a plan that has any is never applied."),
  digest: planDigest
    .optional()
    .describe("By which an apply knows the plan again; only of a root of this project, and not of a provisional plan."),
});
export type PlanView = z.infer<typeof plan>;

const finding = z.object({
  rule: z.string(),
  root: z.string(),
  address: z.string(),
  severity: z.enum(severities),
  why: z.string(),
  wayOut: z.string(),
  attribute: z.string().optional(),
});
export type Finding = z.infer<typeof finding>;

const notKnown = z.object({
  rule: z.string(),
  root: z.string(),
  address: z.string(),
  attribute: z.string(),
  by: z.array(z.string()).describe("What of the configuration decides it."),
});

const outputChange = z.object({
  root: z.string(),
  output: z.string(),
  fate: z.enum(["create", "update", "destroy"]),
  known: z.boolean().describe("Whether its value after the apply is known."),
  readers: z.array(z.string()).nullable().describe("The roots that read it; null where nobody knows them."),
});
export type OutputChange = z.infer<typeof outputChange>;

const notPlanned = z.object({ root: z.string(), why: z.string() });
export type NotPlanned = z.infer<typeof notPlanned>;

/** What a review says, as `--json` gives it. */
export const reviewResult = z.object({
  plans: z.array(plan),
  findings: z.array(finding).describe("The most severe first."),
  notKnown: z.array(notKnown).describe("What rules could not decide before the apply."),
  outputs: z.array(outputChange).describe("Outputs that change: their readers are planned again once they have."),
  notPlanned: z.array(notPlanned).describe("Roots that are affected and could not be planned."),
  elsewhere: z.array(z.string()).describe("Environments with affected roots that are in no plan of this review."),
});
export type Review = z.infer<typeof reviewResult>;
