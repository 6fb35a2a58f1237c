import type { Outcome } from "../../../dr/check";
import { courseChecks } from "../../../dr/customers/checks";
import { type Event, events } from "../../../dr/customers/moment";
import type { Settings } from "../../../dr/drill";
import { Drill } from "../../../dr/drill";
import type { Conducted } from "../../../dr/report/conducted";
import { type Kept, kept } from "../../../dr/report/kept";
import { report } from "../../../dr/report/report";
import type { Report } from "../../../dr/report/schema";
import type { StepRecord } from "../../../dr/step";
import { anySettings } from "../support/settings";
import fixture from "./drill.json";

/** The event that a report tells in words. */
function keyOf(told: string): Event {
  const [found] = Object.entries(events).find(([, words]) => words === told) ?? [];
  if (found === undefined) throw new Error(`no event is told as "${told}"`);
  return found as Event;
}

/** Reports of a drill that was run on the local AWS, as it passed, and as it would have ended otherwise. */
export const reports = { passed, failed, interrupted };

const { steps, commit, run } = fixture;
const stepsOf = (phase: string) => steps.filter((step) => step.phase === phase);
const startOf = (title: string): number => Date.parse(steps.find((step) => step.title === title)?.startedAt ?? "");
const names = {
  standUp: "Deploy the source region",
  lose: "Block the source region",
  verify: "Verify the recovered region",
  open: "Open the recovered region",
  restore: "Unblock the source region",
  destroy: "Destroy both regions and what they share",
  destroyRest: "Destroy what is left of the source region",
};

function passed(): Report {
  return reported(drill(wholly), steps.map(recordOf));
}

/** A security group was opened by hand between plan and verification. */
function failed(): Report {
  const problem = `security group sg-0f3b2c51e8a7d9046 (${run}-database) lets in 0.0.0.0/0 on port 5432; only security groups of the shop may come in`;
  const ofCourse = courseChecks.map(({ id }): string => id);
  const outcomes = fixture.outcomes
    .filter(({ id }) => !ofCourse.includes(id))
    .map((one): Outcome => {
      const outcome = outcomeOf(one);
      return one.id === "keep-the-database-private" ? { ...outcome, status: "failed", problems: [problem] } : outcome;
    });
  const error = `failed: ${outcomes.find(({ status }) => status === "failed")?.title}\n  ${problem}`;
  const began = stepsOf("run").filter(({ title }) => ![names.open, names.restore, names.destroy].includes(title));
  const records = began.map((step) => ({ ...recordOf(step), ...(step.title === names.verify ? { error } : {}) }));
  const { verifiedAt: _, ...found } = wholly;
  const customers = wholly.customers?.filter(({ after }) => after === "lost" || after === "fenced") ?? [];
  return reported(drill({ ...found, outcomes, customers }), [...records, ...undone(records, 269)]);
}

/** Ctrl-C while the source region was stood up. */
function interrupted(): Report {
  const began = stepsOf("run").filter(({ startedAt }) => Date.parse(startedAt) <= startOf(names.standUp));
  const records = began.map((step) =>
    step.title === names.standUp
      ? { ...recordOf(step), seconds: 204.3, error: "interrupted by SIGINT" }
      : recordOf(step),
  );
  const found = {
    leftovers: fixture.leftovers.map((one) => ({ ...one, softlyDeleted: one.softlyDeleted.slice(0, 3) })),
  };
  return reported(drill(found), [...records, ...undone(records, 96)], "Ctrl-C");
}

/** Thirty nights with a failed and an interrupted one, and then the run itself. */
export function trendBefore(current: Report): Kept[] {
  const nights = Array.from({ length: 29 }, (_, index): Kept => {
    const verdict = index === 9 ? "failed" : index === 20 ? "interrupted" : "passed";
    const start = new Date(Date.parse(current.start) - (29 - index) * 86_400_000).toISOString();
    const rto = 380 + ((index * 37) % 60);
    return {
      ...kept(current),
      run: `dr-${start.slice(2, 16).replace(/\D/g, "")}`,
      start,
      verdict,
      rtoSeconds: verdict === "passed" ? rto : null,
      rpoSeconds: verdict === "interrupted" ? null : 20 + (index % 9),
      durationSeconds: 1_150 + ((index * 53) % 200),
    };
  });
  return [...nights, kept(current)];
}

/** How the steps of a drill went, for a test that has its own. */
export const conducted = (records: readonly StepRecord[], other: Partial<Conducted> = {}): Conducted => ({
  steps: stepsOf("run").map(({ title }, index) => stepOf(title, index === 0)),
  records,
  from: Date.parse(steps[0]?.startedAt ?? ""),
  to: Math.max(...records.map(({ startedAt, seconds }) => Date.parse(startedAt) + seconds * 1000)),
  origin: {
    trigger: "schedule",
    actor: "octocat",
    host: "GitHub Actions 7",
    repository: "https://github.com/example/shop",
    ciRun: "https://github.com/example/shop/actions/runs/7261",
  },
  versions: { node: "22.11.0", terraform: "1.11.4", provider: "5.100.0", cdktf: "0.21.0", moto: "5.2.5" },
  ...other,
});

/** All that a drill finds that passes. */
export const wholly: Partial<Drill["found"]> = {
  snapshot: {
    takenAt: startOf(names.lose) - 4_109,
    copyArn: "arn:aws:rds:eu-central-1:111122223333:cluster-snapshot:awsbackup:copyjob-c",
    backupSeconds: 2,
    copySeconds: 2,
  },
  lostAt: startOf(names.lose),
  verifiedAt: startOf(names.open),
  customers: fixture.customers.map(({ at, after, ...led }) => ({
    ...led,
    at: Date.parse(at),
    after: keyOf(after),
  })),
  recoveryPlan: {},
  hourly: { usd: { low: 2, expected: 2.5, high: 12 }, uncertainUsd: 0.4 },
  sourceItems: [],
  outcomes: fixture.outcomes.map(outcomeOf),
  parity: fixture.parity,
  stateParity: { ...fixture.stateParity, notCompared: fixture.stateParity.notCompared.map(counted) },
  leftovers: fixture.leftovers,
};

export function drill(found: Partial<Drill["found"]> = wholly, settings: Partial<Settings> = {}): Drill {
  const { environment } = anySettings();
  const objectives = { rtoMinutes: 120, rpoMinutes: 180 };
  const given = { run, commit, reportFolder: `/nowhere/${run}`, environment: { ...environment, objectives } };
  const made = new Drill(anySettings({ ...given, ...settings }));
  Object.assign(made.found, found);
  return made;
}

function reported(made: Drill, records: readonly StepRecord[], interruptedBy?: string): Report {
  for (const { title, error } of records) {
    const of = Object.entries(fixture.roots).find(([step]) => step === title)?.[1];
    if (of && error === undefined)
      made.spans[title] = of.roots.map(({ root, startedAt, seconds }) => {
        const from = Date.parse(startedAt);
        const before = of.criticalPath[of.criticalPath.indexOf(root) - 1];
        return { id: root, from, to: from + seconds * 1000, dependencies: before === undefined ? [] : [before] };
      });
  }
  const whole = report(made, conducted(records, interruptedBy ? { interruptedBy } : {}));
  if (made.found.sourceItems === undefined) return whole;
  return { ...whole, counts: fixture.counts, calls: fixture.calls };
}

/** What is undone after a failure, one after the other. */
function undone(records: readonly StepRecord[], seconds: number): StepRecord[] {
  const last = records.at(-1);
  let at = Date.parse(last?.startedAt ?? "") + (last?.seconds ?? 0) * 1000;
  return stepsOf("undo").map((step) => {
    const record = { ...recordOf(step), startedAt: new Date(at).toISOString() };
    if (step.title === names.destroyRest) record.seconds = seconds;
    at += record.seconds * 1000;
    return record;
  });
}

type Fixed = (typeof steps)[number];
const recordOf = ({
  title,
  phase,
  startedAt,
  seconds,
}: Fixed): { -readonly [K in keyof StepRecord]: StepRecord[K] } => ({
  title,
  phase: phase === "undo" ? "undo" : "run",
  startedAt,
  seconds,
});
const stepOf = (title: string, prepares: boolean) => ({
  title,
  about: "",
  needs: [],
  gives: [],
  ...(prepares ? { prepares: true as const } : {}),
  run: async () => {},
});
function outcomeOf({ status: _, ...outcome }: (typeof fixture.outcomes)[number]): Outcome {
  return { ...outcome, status: "passed" };
}
function counted({ of, ...one }: (typeof fixture.stateParity.notCompared)[number]) {
  return { ...one, of: Object.fromEntries(Object.entries(of).map(([kind, count]) => [kind, count ?? 0])) };
}
