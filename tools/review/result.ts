import { z } from "zod";
import { costChange } from "../cost/change";
import { severities } from "./rules/rule";

const attribute = z.object({
  path: z
    .string()
    .describe("Where it is, such as `ingress[tcp 443].cidr_blocks`; a block of many by what tells it from the others."),
  before: z.string().nullable().describe("As JSON; null where it was not there. Never a secret: see hidden."),
  after: z.string().nullable().describe("As JSON; null where it will not be there, or is not known yet."),
  known: z.boolean().describe("Whether its value after the apply is known."),
  hidden: z.boolean().describe("Whether it is, or looks like, a secret, or holds one; a digest stands for each."),
  computed: z.boolean().optional().describe("Whether no configuration decides what is not known: AWS does."),
  forces: z.boolean().optional().describe("Whether it forces a replacement."),
  by: z.array(z.string()).optional().describe("What of the configuration decides a value that is not known yet."),
  words: z.array(z.string()).optional().describe("What it means, such as what a policy allows that it did not allow."),
});
export type AttributeView = z.infer<typeof attribute>;

/** Why a change is no news: its kind, as it is counted. */
export const noises = ["tags", "computed", "provider", "spelling", "marks", "moved", "read"] as const;
export type Noise = (typeof noises)[number];

const change = z.object({
  address: z.string(),
  movedFrom: z.string().optional().describe("Its address in the state, if that is another one."),
  type: z.string(),
  fate: z.enum(["create", "update", "replace", "destroy", "forget", "move", "import", "read"]),
  deposed: z.boolean().optional().describe("Whether it is an object that an earlier apply has left to be removed."),
  importing: z.string().optional().describe("The id of what is imported; empty where an identity names it."),
  why: z.string().optional().describe("Why it is replaced, destroyed or forgotten, in words."),
  costs: z.string().optional().describe("What is lost by its end, in words."),
  noise: z.enum(noises).optional().describe("Why nobody needs to read it, where that is so."),
  attributes: z.array(attribute).describe("What differs; nothing of what is destroyed or forgotten."),
});
export type ChangeView = z.infer<typeof change>;

const planDigest = z.object({
  files: z.string().describe("Of the root as it was synthesized, its lock file and its modules included."),
  changes: z.string().describe("Of what the plan does, without what differs between two plans of the same thing."),
});
export type PlanDigest = z.infer<typeof planDigest>;

const output = z.object({
  name: z.string(),
  fate: z.enum(["create", "update", "destroy"]),
  attributes: z.array(attribute),
});
export type OutputView = z.infer<typeof output>;

const action = z.object({
  address: z.string(),
  type: z.string(),
  when: z.string().describe("What invokes it, in words."),
  attributes: z.array(attribute).describe("What it is told."),
});
export type ActionView = z.infer<typeof action>;

const check = z.object({
  address: z.string(),
  status: z.enum(["fail", "error", "unknown"]),
  problems: z.array(z.string()),
});
export type CheckView = z.infer<typeof check>;

const provisional = z.object({
  after: z
    .string()
    .nullable()
    .describe("The root that must be applied before; null where it is the bucket of its state."),
  why: z.string().describe("In a sentence, with what nobody knows until then."),
});
export type Provisional = z.infer<typeof provisional>;

const plan = z.object({
  root: z.string().describe("The planned root, or the name of the plan's file."),
  state: z.enum(["complete", "partial", "errored"]).describe("Whether the plan holds all that is to change."),
  changes: z.array(change).describe("What does not stay as it is, in the plan's order."),
  outputs: z.array(output).describe("The outputs that do not stay as they are."),
  drift: z.array(change).describe("What was changed outside of Terraform and matters to what is planned."),
  driftElsewhere: z.int().describe("How many more were changed outside of Terraform."),
  deferred: z.array(z.object({ address: z.string(), why: z.string() })).describe("What is put off to a later plan."),
  actions: z.array(action).describe("What an apply does beside changing resources; nothing takes it back."),
  checks: z.array(check).describe("What does not pass, or can only be checked by the apply."),
  provisional: z
    .array(provisional)
    .describe("What must be there before; a plan that awaits anything is never applied."),
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

const excepted = finding.extend({
  exception: z.object({ reason: z.string(), owner: z.string(), until: z.string().describe("Its last day.") }),
});
export type ExceptedFinding = z.infer<typeof excepted>;

const exception = z.object({
  rule: z.string(),
  root: z.string().optional().describe("A pattern: `*` stands for any characters."),
  address: z.string().optional().describe("A pattern, too."),
  reason: z.string(),
  owner: z.string(),
  until: z.string(),
  is: z
    .enum(["used", "unused", "expired", "added"])
    .describe("Whether it covers a finding; one that the change itself adds covers none yet."),
});
export type ExceptionView = z.infer<typeof exception>;

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

const since = z.object({
  roots: z.array(z.string()).describe("Roots whose plan is not as it was."),
  changes: z
    .object({
      added: z.array(z.string()).describe("Addresses of changes that are new."),
      changed: z.array(z.string()).describe("Addresses of changes that are not as they were."),
      gone: z.int().describe("How many changes are planned no longer."),
    })
    .nullable()
    .describe("Null where there were too many to know each again."),
  findings: z
    .object({ added: z.int(), gone: z.int() })
    .nullable()
    .describe("Null where there were too many to know each again."),
  secrets: z
    .enum(["none", "same", "different", "not known"])
    .describe("Whether the secrets are the same; not known where the two reviews had no key in common."),
});
export type Since = z.infer<typeof since>;

const pictures = z.object({
  environment: z.string(),
  files: z.array(z.string()).describe("Paths in the folder of --out; none where nothing of a picture changes."),
  why: z.string().optional().describe("Why there are none though something changes, where that is so."),
});
export type Pictures = z.infer<typeof pictures>;

/** What a review says, as `--json` gives it. */
export const reviewResult = z.object({
  environment: z
    .string()
    .optional()
    .describe("The environment whose roots were planned; not there where it is not one."),
  synthesized: z
    .boolean()
    .optional()
    .describe(
      "Whether nothing was planned: it only compares what is synthesized, and what a reference comes to is not known.",
    ),
  plans: z.array(plan),
  findings: z.array(finding).describe("The most severe first."),
  excepted: z.array(excepted).describe("Findings that an exception is made from: they count for nothing."),
  exceptions: z.array(exception).describe("Every exception that there is, whether this review needs it or not."),
  notKnown: z.array(notKnown).describe("What rules could not decide before the apply."),
  cannotSee: z
    .array(
      z.object({ rule: z.string(), cannotSee: z.string().describe("What is of the same kind and it does not find.") }),
    )
    .describe("The limits of the rules that could not decide something, each once."),
  outputs: z.array(outputChange).describe("Outputs that change: their readers are planned again once they have."),
  notPlanned: z.array(notPlanned).describe("Roots that are affected and could not be planned."),
  elsewhere: z.array(z.string()).describe("Environments with affected roots that are in no plan of this review."),
  costs: z.array(costChange).describe("What it changes of the cost a month, an environment each, where that is known."),
  pictures: z
    .array(pictures)
    .optional()
    .describe("What changes, drawn from the synthesized files, an environment each; only with --out."),
  keyId: z.string().optional().describe("Names the key of the digests that stand for secrets, where it was given."),
  since: since
    .nullable()
    .optional()
    .describe("How it differs from an earlier review; null where that one cannot be read."),
});
export type Review = z.infer<typeof reviewResult>;
