import { z } from "zod";
import { leftoversSchema, parityFields, stateParityFields } from "./parity-schema";

const seconds = z.number().min(0);
const instant = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const verdicts = ["passed", "failed", "uncertain", "interrupted"] as const;
const verdict = z
  .enum(verdicts)
  .describe("Uncertain: what was to be proved could not be asked, or is worth too little.");

const figure = z.object({
  seconds: seconds.nullable().describe("As measured; null where it was not."),
  objectiveMinutes: z.int().min(1).nullable().describe("What the environment aims at; null where it says nothing."),
  outcome: z.enum(["met", "missed", "not measured", "no objective"]),
  worth: z.string().describe("What the figure says about AWS, and what not."),
});

const root = z.object({ root: z.string(), startedAt: instant, seconds });

const step = z.object({
  title: z.string(),
  phase: z.enum(["run", "undo"]),
  status: z.enum(["done", "failed", "interrupted", "skipped"]),
  startedAt: instant.optional(),
  seconds: seconds.optional(),
  error: z.string().optional(),
  logs: z.array(z.string()).optional().describe("Logs of what failed, in the folder of the report."),
  roots: z.array(root).optional(),
  criticalPath: z.array(z.string()).optional().describe("The roots that decided how long it took."),
});

const check = z.object({
  id: z.string().describe("Never changes, and is never given to another check."),
  title: z.string(),
  question: z.string().describe("What it helps to answer."),
  controls: z.array(z.string()).describe("Controls that it is evidence for."),
  status: z.enum(["passed", "failed", "uncertain", "skipped"]),
  seen: z.string(),
  problems: z.array(z.string()),
  seconds: seconds.optional(),
});

const predicted = z.object({
  step: z.string(),
  minutes: z.tuple([z.number(), z.number()]).nullable(),
  note: z.string().optional(),
  without: z.string().describe("What would take it out of the recovery."),
});

/** `report.json`: the evidence of one drill. Published as docs/schemas/report.json. */
export const reportSchema = z.object({
  schemaVersion: z.literal(2),
  run: z.string().describe("Id of the run; what a drill makes has names that begin with it."),
  folder: z.string().describe("Folder of the report in drill-report/."),
  verdict,
  sentence: z.string().describe("What happened, before or after what, and what is left."),
  start: instant,
  end: instant,
  durationSeconds: seconds,
  trigger: z.enum(["manual", "schedule", "ci"]),
  actor: z.string(),
  host: z.string(),
  repository: z.string().nullable(),
  ciRun: z.url().nullable(),
  git: z.object({ ref: z.string(), commit: z.string() }),
  environment: z.string(),
  aws: z.object({ kind: z.enum(["local", "account"]), name: z.string() }),
  lost: z.string(),
  target: z.string(),
  scenario: z.string(),
  scope: z.object({ drilled: z.int(), targets: z.int(), text: z.string() }),
  assumptions: z.array(z.string()),
  lostAt: instant.nullable().describe("When the region was lost: the recovery time begins."),
  verifiedAt: instant.nullable().describe("When the region was verified that took its place."),
  figures: z.object({
    rto: figure,
    rpo: figure.extend({
      basis: z
        .enum(["recovery point", "snapshot"])
        .describe("What the data is as old as; drills of earlier versions took a snapshot themselves."),
    }),
  }),
  night: z
    .object({
      usd: z.object({ low: z.number(), expected: z.number(), high: z.number() }),
      hourlyUsd: z.number(),
      worth: z.string().describe("What the sum is of, and what is not in it."),
    })
    .optional()
    .describe("What a drill that takes as long costs on AWS, in USD; absent where it is not known."),
  onAws: z
    .object({
      source: z.string(),
      small: z.tuple([z.number(), z.number()]).describe("Minutes in all, with a small database."),
      sum: z.string(),
      prepared: z.string(),
      steps: z.array(predicted),
    })
    .describe("What a recovery is predicted to take on AWS."),
  steps: z.array(step),
  checks: z.array(check).describe("Every check there is; those that were not asked are skipped."),
  customers: z
    .array(
      z.object({
        at: instant,
        after: z.string().describe("The last that had happened."),
        region: z.string().nullable().describe("The region that customers got; null: none."),
        through: z.array(z.string()).describe("The names that led there."),
        nameServer: z.string(),
      }),
    )
    .describe(
      "Where customers were led from the loss on, as the domain's name servers said; empty where none was asked.",
    ),
  parity: z.object(parityFields).optional(),
  stateParity: z.object(stateParityFields).optional(),
  leftovers: leftoversSchema.optional().describe("By region; absent where it was not swept."),
  counts: z.object({ source: z.int().optional(), recovered: z.int().optional() }),
  calls: z.record(z.string(), z.int()).describe("Calls to AWS by region."),
  notExercised: z.array(z.object({ type: z.string(), reason: z.string() })),
  digests: z.object({
    synth: z.object({ source: sha256.nullable(), recovery: sha256.nullable() }),
    locks: z.record(z.string(), sha256).describe("Lock files of the drilled commit."),
    plans: z.record(z.string(), z.array(sha256)).describe("Each saved plan that was applied, by root."),
  }),
  versions: z.record(z.string(), z.string()),
});

/** Values that nobody changes. */
type Immutable<T> = T extends object ? { readonly [K in keyof T]: Immutable<T[K]> } : T;

/** The evidence of one drill. */
export type Report = Immutable<z.infer<typeof reportSchema>>;
export type Verdict = Report["verdict"];
export type Figure = Report["figures"]["rto"];
export type ReportedStep = Report["steps"][number];
export type ReportedCheck = Report["checks"][number];
