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

const plan = z.object({
  root: z.string().describe("The planned root, or the name of the plan's file."),
  changes: z.array(change).describe("What does not stay as it is, in the plan's order."),
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

/** What a review says, as `--json` gives it. */
export const reviewResult = z.object({
  plans: z.array(plan),
  findings: z.array(finding).describe("The most severe first."),
  notKnown: z.array(notKnown).describe("What rules could not decide before the apply."),
});
export type Review = z.infer<typeof reviewResult>;
