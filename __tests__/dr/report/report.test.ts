import type { Outcome } from "../../../dr/check";
import { checks } from "../../../dr/checks/all";
import { courseChecks } from "../../../dr/customers/checks";
import { Drill } from "../../../dr/drill";
import { markdown } from "../../../dr/report/markdown";
import { report } from "../../../dr/report/report";
import { reportSchema } from "../../../dr/report/schema";
import { verdictBlock } from "../../../dr/report/terminal";
import type { StepRecord } from "../../../dr/step";
import { awsUpstream } from "../../../tools/gate/aws/upstream";
import { anySettings } from "../support/settings";
import { conducted, drill, reports, wholly } from "./reports";

const step: StepRecord = {
  title: "Rebuild the region in the target",
  phase: "run",
  startedAt: "2026-11-23T03:00:00.000Z",
  seconds: 61.25,
};
const bucket = { type: "s3 bucket", id: "shop-logs", settings: {} };
const account = {
  kind: "account" as const,
  upstream: (key: string) => awsUpstream(async () => ({ accessKeyId: "", secretAccessKey: "" }), key),
};

/** What a drill found in which all went well, but for what a test says. */
const reportOf = (found: Partial<Drill["found"]> = {}, records: readonly StepRecord[] = [step]) =>
  report(drill({ ...wholly, ...found }), conducted(records));

const [first, ...others] = wholly.outcomes ?? [];
const changed = (change: Partial<Outcome>): Outcome[] => (first ? [{ ...first, ...change }, ...others] : []);
const failed = changed({ status: "failed", problems: ["eu-central-1c has none"] });

it.each(Object.entries(reports))("is what its schema says when %s", (_, made) => {
  expect(reportSchema.parse(made())).toEqual(JSON.parse(JSON.stringify(made())));
});

describe("the verdict", () => {
  it("is passed when every step and check did, nothing is left and the objectives are met", () => {
    expect(reports.passed()).toMatchObject({
      verdict: "passed",
      sentence:
        "eu-west-1 was lost and rebuilt in eu-central-1 in 3 min 44 s on the local AWS: all 28 checks passed, and nothing is left over.",
    });
  });

  it.each<[string, ReturnType<typeof report>, verdict: string, sentence: string]>([
    [
      "a step failed",
      reportOf({ leftovers: undefined }, [
        { ...step, error: "terraform apply failed\n│ Error: no capacity\nAll of it: /logs/web.log" },
      ]),
      "failed",
      "Failed in step 10 of 15 (Rebuild the region in the target), after eu-west-1 was rebuilt in eu-central-1 and verified: Error: no capacity. Nothing is left over: the local AWS is gone with all that was in it.",
    ],
    [
      "a step could not be undone",
      reportOf({}, [step, { ...step, title: "Delete the backups", phase: "undo", error: "still in use" }]),
      "failed",
      "eu-west-1 was lost and rebuilt in eu-central-1, but “Delete the backups” failed: still in use. Nothing is left over.",
    ],
    [
      "a check failed",
      reportOf({ outcomes: failed }),
      "failed",
      `eu-west-1 was rebuilt in eu-central-1, but 1 of 28 checks failed: “${first?.title}”. Nothing is left over.`,
    ],
    [
      "a check could not be asked",
      reportOf({ outcomes: changed({ status: "uncertain", problems: ["no answer"] }) }),
      "uncertain",
      `eu-west-1 was lost and rebuilt in eu-central-1, but 1 of 28 checks could not be answered: “${first?.title}”. Nothing is left over.`,
    ],
    ["nothing was checked", reportOf({ outcomes: [] }), "uncertain", "but 28 of 28 checks could not be answered"],
    [
      "it was not verified",
      reportOf({ verifiedAt: undefined }),
      "uncertain",
      "rebuilt in eu-central-1, but not verified.",
    ],
    [
      "something is left",
      reportOf({ leftovers: [{ region: "eu-west-1", left: [bucket], softlyDeleted: [] }] }),
      "failed",
      "eu-west-1 was lost and rebuilt in eu-central-1, but not all of it was removed. 1 resource is left over.",
    ],
    [
      "others may have made something",
      reportOf({ leftovers: [{ region: "eu-west-1", left: [], unmarked: [bucket], softlyDeleted: [] }] }),
      "uncertain",
      "eu-west-1 was lost and rebuilt in eu-central-1, but 1 resource was made meanwhile without the run's mark. Nothing is left over.",
    ],
    ["it was not swept", reportOf({ leftovers: undefined }), "uncertain", "but not swept for leftovers"],
  ])("is not passed when %s", (_, { verdict, sentence }, expected, says) => {
    expect(verdict).toBe(expected);
    expect(sentence).toContain(says);
  });

  it("says of an interrupted drill by what, before what, and what is left", () => {
    expect(reports.interrupted()).toMatchObject({
      verdict: "interrupted",
      sentence: "Interrupted (Ctrl-C) in step 4 of 15, before eu-west-1 was lost. Nothing is left over.",
    });
    const after = report(drill({ lostAt: 1, sourceBefore: [] }, { where: account }), {
      ...conducted([{ ...step, error: "interrupted by SIGTERM" }], { interruptedBy: "SIGTERM" }),
    });
    expect(after.sentence).toBe(
      "Interrupted (SIGTERM) in step 10 of 15, after eu-west-1 was lost and before it was rebuilt in eu-central-1. Whether anything is left over was not looked at.",
    );
  });

  it("says that a drill could not start, and why", () => {
    const records = [{ ...step, title: "Start the local AWS", error: "moto did not answer" }];
    expect(report(drill({}), conducted(records))).toMatchObject({
      verdict: "uncertain",
      sentence:
        "The drill could not start: moto did not answer. Nothing is left over: the local AWS is gone with all that was in it.",
    });
  });

  it("is failed in an account, and uncertain on the local AWS, when an objective is missed", () => {
    const late = { ...wholly, verifiedAt: (wholly.lostAt ?? 0) + 121 * 60_000 };
    expect(report(drill(late), conducted([step]))).toMatchObject({ verdict: "uncertain" });
    const inAccount = report(drill(late, { where: account }), conducted([step]));
    expect(inAccount).toMatchObject({ verdict: "failed", figures: { rto: { outcome: "missed" } } });
    expect(inAccount.sentence).toContain("but the RTO misses its objective of 120 minutes.");
  });

  it("takes an objective for missed that the schedule of backups cannot meet", () => {
    const { environment } = anySettings();
    const objectives = { rtoMinutes: 120, rpoMinutes: 59 };
    const hourly = report(drill(wholly, { environment: { ...environment, objectives } }), conducted([step]));
    expect(hourly.figures.rpo).toMatchObject({ outcome: "missed", seconds: expect.closeTo(4.1, 0) });
  });
});

it("never gives a check's id to another one, nor changes it: reports of years are compared by them", () => {
  expect([...checks, ...courseChecks].map(({ id }) => id).sort()).toEqual(ids);
});

it("has every check, those that were not asked as skipped, each with the controls that it is evidence for", () => {
  const { checks: listed } = reports.interrupted();
  expect(listed.map(({ id }) => id)).toEqual([...checks, ...courseChecks].map(({ id }) => id));
  expect(new Set(listed.map(({ status }) => status))).toEqual(new Set(["skipped"]));
  const all = new Set(listed.flatMap(({ controls }) => controls));
  for (const control of ["SOC 2 A1.2", "SOC 2 A1.3", "SOC 2 CC7.5", "ISO 22301 8.5", "DORA Art. 25", "PCI DSS 12.10.2"])
    expect(all).toContain(control);
  for (const { controls } of listed) expect(controls).not.toEqual([]);
});

it("says what is not exercised only when something was stood up", () => {
  expect(reports.passed().notExercised).not.toEqual([]);
  expect(reports.interrupted().notExercised).toEqual([]);
});

it("measures RTO from the loss to the verified region, and RPO from the backup to the loss", () => {
  const { rto, rpo } = reports.passed().figures;
  expect(rto).toMatchObject({ seconds: expect.closeTo(224, 0), objectiveMinutes: 120, outcome: "met" });
  expect(rpo).toMatchObject({ seconds: 4.109, objectiveMinutes: 180, outcome: "met", basis: "recovery point" });
  const { figures } = reportOf({ verifiedAt: undefined, lostAt: undefined });
  expect(figures.rto).toMatchObject({ seconds: null, outcome: "not measured" });
  expect(figures.rpo).toMatchObject({ seconds: null, outcome: "not measured" });
});

it("never quotes a figure of the local AWS without what it is worth", () => {
  const made = reports.passed();
  expect(made.figures.rto.worth).toContain("is no figure of AWS. There, 40 to 75 minutes with a small database");
  expect(made.figures.rpo.worth).toContain(
    "up to 60 minutes between two backups (backup.intervalHours: 1), up to 60 until one begins, and what it and its copy " +
      "take: here 2 and 2 s, no figures of AWS.",
  );
  for (const text of [markdown(made), made.sentence, verdictBlock(made)]) expect(text).toContain("local AWS");
});

it("tells how long each check took to be answered", () => {
  const made = reportOf({ outcomes: changed({ seconds: 12.5 }) });
  expect(made.checks.find(({ id }) => id === first?.id)).toMatchObject({ status: "passed", seconds: 12.5 });
});

it("tells when each root was worked on, and which of them decided how long their step took", () => {
  const at = Date.parse(step.startedAt);
  const made = drill(wholly);
  made.spans[step.title] = [
    { id: "network", from: at, to: at + 60_000, dependencies: [] },
    { id: "logs", from: at, to: at + 55_000, dependencies: [] },
    { id: "web", from: at + 60_000, to: at + 61_000, dependencies: ["network", "logs"] },
  ];
  const [rebuilt] = report(made, conducted([step])).steps;
  expect(rebuilt).toMatchObject({ seconds: 61.25, criticalPath: ["network", "web"] });
  expect(rebuilt?.roots?.[0]).toEqual({ root: "network", startedAt: "2026-11-23T03:00:00.000Z", seconds: 60 });
  expect(markdown(report(made, conducted([step])))).toContain("| 1 min 1 s | network 1 min → web 1 s | done |");
});

describe("for people", () => {
  it("begins with what happened, and the figures against the objectives", () => {
    const text = markdown(reports.passed());
    expect(text).toMatch(/^# Drill dr-2611290128: passed\n\neu-west-1 was lost and rebuilt/);
    expect(text).toContain(
      "2026-11-29 01:28 UTC, 14 min 42 s, [schedule](https://github.com/example/shop/actions/runs/7261), by octocat",
    );
    expect(text).toContain("| RTO | 3 min 44 s | 120 min | met |");
    expect(text).toContain("| RPO | 4 s | 180 min | met |");
    expect(text).toContain("- 0 resources left over.");
  });

  it("shows what failed first, with its last lines and its log", () => {
    const lines = Array.from({ length: 40 }, (_, number) => `line ${number}`);
    const error = [...lines, "│ Error: <nil> | no capacity", "All of it: /somewhere/logs/web.log"].join("\n");
    const text = markdown(reportOf({}, [{ ...step, error }]));
    const part = text.slice(text.indexOf("## What failed"), text.indexOf("## Checks"));
    expect(part).toContain("**Rebuild the region in the target**: failed, see `logs/web.log`");
    expect(part).toContain("line 39\nError: <nil> | no capacity\n");
    expect(part).not.toContain("line 5\n");
    expect(text.indexOf("## What failed")).toBeLessThan(text.indexOf("## Checks"));
    const [row] = markdown(reportOf({ outcomes: failed })).match(/^\| .* \| failed \|.*$/m) ?? [];
    expect(row).toContain("; eu-central-1c has none |");
  });

  it("says how much was compared, and how much of it differs", () => {
    const text = markdown(reports.passed());
    expect(text).toContain("- AWS: 244 resources of 52 types were compared.");
    expect(text).toContain(
      "- Terraform's states: 2,374 attributes of 244 resources were compared, address by address.",
    );
    expect(text).toContain("- 0 undeclared differences; 17 declared ones");
  });

  it("says where customers were led: what is said again and again by one line", () => {
    const text = markdown(reports.passed());
    const lines = text.slice(text.indexOf("## Where were customers led?"), text.indexOf("## Steps")).match(/^- .*$/gm);
    expect(lines?.map((line) => line.replace(/ \(.*/, ""))).toEqual([
      "- the region is lost: nowhere",
      "- it is fenced: nowhere",
      "- another one is rebuilt and verified: nowhere",
      "- that one is open: eu-central-1",
      "- the lost region answers again: eu-central-1",
      "- its fence is lifted: eu-west-1",
    ]);
    expect(lines?.[4]).toMatch(/ \(\d\d:\d\d:\d\d to \d\d:\d\d:\d\d, 5 answers; origin\./);
  });

  it("folds what AWS deletes on a date into one line", () => {
    expect(markdown(reports.passed())).toContain(
      "\n- 31 KMS keys scheduled for deletion on 2026-12-29 (report.json)\n",
    );
  });

  it("says what a night costs on AWS, by how long it took", () => {
    const { night, durationSeconds } = reports.passed();
    const hours = durationSeconds / 3_600;
    expect(night?.usd.expected).toBeCloseTo(2.5 * hours, 2);
    expect(night?.usd).toMatchObject({ low: expect.closeTo(2 * hours, 2), high: 12 }); // an hour that was begun
    expect(markdown(reports.passed())).toContain(`\n- Cost: ${night?.worth}\n`);
    expect(markdown(reportOf({ hourly: undefined }))).toContain("\n- Cost: not known.\n");
  });

  it("ends on the terminal with the verdict, what failed, and where the report is", () => {
    const block = verdictBlock(reports.failed());
    expect(block).toMatch(/^\n✖ FAILED {2}eu-west-1 was rebuilt in eu-central-1, but 1 of 28 checks failed/);
    expect(block).toContain("  failed: The database is private");
    expect(block).toMatch(/\n {2}Report: drill-report\/dr-2611290128\/report\.html$/);
    expect(block).not.toMatch(/[|#]{2}|arn:/);
  });
});

it.each<[Parameters<typeof anySettings>[0], string]>([
  [{ where: { kind: "own" } }, "the local AWS"],
  [{ where: { kind: "endpoint", endpoint: "http://127.0.0.1:4566" } }, "the local AWS at http://127.0.0.1:4566"],
  [{ where: account }, "account 111122223333"],
])("says which AWS it was", (settings, name) => {
  expect(report(new Drill(anySettings(settings)), conducted([step])).aws.name).toBe(name);
});

const ids = [
  "agree-address-by-address",
  "agree-with-the-source",
  "answer-health-checks",
  "archive-every-log",
  "copy-backups-elsewhere",
  "do-without-the-lost-region",
  "encrypt-the-database",
  "find-every-image",
  "forward-only-cloudfront",
  "hold-customers-back-until-it-is-open",
  "hold-nothing-of-the-lost-region",
  "keep-customers-off-the-lost-region",
  "keep-secrets-out-of-logs",
  "keep-the-database-private",
  "keep-the-public-out",
  "lead-customers-back-once-the-fence-is-lifted",
  "leave-the-edge-alone",
  "listen-for-the-shop",
  "notify-who-is-on-call",
  "plan-nothing-more",
  "prepare-the-database",
  "present-issued-certificates",
  "resolve-names-to-the-load-balancers",
  "restore-from-the-snapshot",
  "route-customers-to-the-region",
  "run-the-database",
  "serve-from-every-zone",
  "spread-the-database",
];

it("shows a branch's name, an actor and what AWS answers as text, in Markdown and in a terminal", () => {
  const evil = 'x|<img src="http://127.0.0.1:9/x.png">[y](http://z)`\u001b[2J&lt;';
  const made = { ...reportOf({ outcomes: changed({ status: "failed", problems: [evil] }) }), actor: evil, host: evil };
  const text = markdown({ ...made, git: { ...made.git, ref: evil } });
  expect(text).toContain('(x\\|&lt;img src="http://127.0.0.1:9/x.png">\\[y\\](http://z)\\`&amp;lt;)');
  const outsideFences = text.replace(/^```text$[\s\S]*?^```$/gm, "");
  expect(outsideFences).not.toMatch(/<img|[^\\]\[y/);
  for (const shown of [text, verdictBlock(made)]) expect(shown).not.toContain("\u001b");
});
