import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { digestsOf } from "../../../dr/report/digests";
import { pastRuns } from "../../../dr/report/history";
import { junit } from "../../../dr/report/junit";
import { keptSchema } from "../../../dr/report/kept";
import { markdown } from "../../../dr/report/markdown";
import { originOf, withoutCredentials } from "../../../dr/report/origin";
import { pointLatestTo } from "../../../dr/report/run-folder";
import { writeReport } from "../../../dr/report/write";
import { toolchain } from "../../../terraform/toolchain";
import { drill, reports } from "./reports";

let reportsFolder: string;
beforeEach(() => {
  reportsFolder = join(mkdtempSync(join(tmpdir(), "report-")), "drill-report");
});
afterEach(() => rmSync(join(reportsFolder, ".."), { recursive: true }));

/** A report as it was written in its folder. */
function written(report = reports.passed()): string {
  const folder = join(reportsFolder, report.run);
  mkdirSync(join(folder, "logs"), { recursive: true });
  writeFileSync(join(folder, "logs/web.log"), "Apply complete!\n");
  pointLatestTo(folder);
  writeReport(folder, report, undefined);
  return folder;
}
const began = (days: number) => new Date(Date.parse("2026-11-29T01:28:24.025Z") - days * 86_400_000).toISOString();

it("is written in four forms, each whole, with digests that sha256sum checks", async () => {
  const folder = written();
  const files = ["SHA256SUMS", "junit.xml", "logs", "report.html", "report.json", "report.md"];
  expect(readdirSync(folder).sort()).toEqual(files);
  const check = () => execa("sha256sum", ["--check", "--strict", "SHA256SUMS"], { cwd: folder, reject: false });
  expect((await check()).stdout.split("\n").sort()).toEqual(
    ["junit.xml", "logs/web.log", "report.html", "report.json", "report.md"].map((name) => `${name}: OK`),
  );
  writeFileSync(join(folder, "logs/web.log"), "Nothing happened.\n");
  expect((await check()).exitCode).toBe(1);
});

it("is added to the summary of a job on GitHub", () => {
  const summary = join(reportsFolder, "../summary");
  writeFileSync(summary, "earlier\n");
  const folder = join(reportsFolder, "dr-1");
  mkdirSync(folder, { recursive: true });
  writeReport(folder, reports.passed(), summary);
  expect(readFileSync(summary, "utf8")).toBe(`earlier\n${markdown(reports.passed())}`);
});

it("keeps of a report that is older than 400 days the verdict and the figures, and nobody's name", () => {
  const old = written({ ...reports.passed(), run: "dr-old", start: began(401) });
  const young = written({ ...reports.passed(), run: "dr-young", start: began(399) });
  written();
  expect(readdirSync(old)).toEqual(["report.json"]);
  const text = readFileSync(join(old, "report.json"), "utf8");
  expect(keptSchema.strict().parse(JSON.parse(text))).toMatchObject({ run: "dr-old", verdict: "passed" });
  expect(text).not.toMatch(/octocat|GitHub Actions 7/);
  expect(existsSync(join(young, "logs/web.log"))).toBe(true);
  expect(readFileSync(join(young, "report.json"), "utf8")).toContain("octocat");
  expect(pastRuns(reportsFolder).runs.map(({ run }) => run)).toEqual(["dr-old", "dr-young", "dr-2611290128"]);
});

it("has the trend of the runs before it, and of none that began later", () => {
  written({ ...reports.failed(), run: "dr-before", start: began(1) });
  written({ ...reports.passed(), run: "dr-after", start: began(-1) });
  const page = readFileSync(join(written(), "report.html"), "utf8");
  expect(page).toContain("dr-before");
  expect(page).not.toContain("dr-after");
});

it("names a report that it cannot read, and goes on with the others", () => {
  written();
  mkdirSync(join(reportsFolder, "dr-broken"));
  writeFileSync(join(reportsFolder, "dr-broken/report.json"), '{"schemaVersion":');
  const { runs, unreadable } = pastRuns(reportsFolder);
  expect(runs).toHaveLength(1);
  expect(unreadable).toEqual([join(reportsFolder, "dr-broken/report.json")]);
});

it("digests what was synthesized, and not what Terraform wrote beside it", () => {
  const checkout = join(reportsFolder, "source");
  const root = join(checkout, "cdktf.out/stacks/dev-eu-west-1-web");
  mkdirSync(join(root, ".terraform/modules"), { recursive: true });
  writeFileSync(join(root, "cdk.tf.json"), "{}");
  writeFileSync(join(checkout, ".terraform.lock.hcl"), "");
  const digests = () => digestsOf(drill({ source: { folder: checkout, roots: [] } }));
  const before = digests();
  expect(before).toMatchObject({
    synth: { source: expect.stringMatching(/^[0-9a-f]{64}$/), recovery: null },
    locks: { ".terraform.lock.hcl": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
  });
  writeFileSync(join(root, ".terraform/modules/x.tf.json"), "{}");
  writeFileSync(join(root, "backend_override.tf.json"), "{}");
  writeFileSync(join(root, "apply.tfplan"), "");
  expect(digests()).toEqual(before);
  writeFileSync(join(root, "cdk.tf.json"), "[]");
  expect(digests().synth).not.toEqual(before.synth);
});

it("says who ran it, where and what made them, on GitHub and elsewhere", async () => {
  const github = {
    GITHUB_EVENT_NAME: "schedule",
    GITHUB_ACTOR: "octocat",
    GITHUB_REPOSITORY: "o/shop",
    GITHUB_RUN_ID: "7",
  };
  expect(await originOf(reportsFolder, { ...github, RUNNER_NAME: "r1" })).toEqual({
    trigger: "schedule",
    actor: "octocat",
    host: "r1",
    repository: "https://github.com/o/shop",
    ciRun: "https://github.com/o/shop/actions/runs/7",
  });
  expect(await originOf(reportsFolder, {})).toMatchObject({ trigger: "manual", ciRun: null });
  expect(await originOf(reportsFolder, { CI: "true" })).toMatchObject({ trigger: "ci" });
  expect(withoutCredentials("https://me:token@github.com/o/shop.git")).toBe("https://github.com/o/shop.git");
  expect(withoutCredentials("git@github.com:o/shop.git")).toBe("git@github.com:o/shop.git");
});

describe("as JUnit", () => {
  /** What an XML parser other than ours makes of it: each suite with its cases, and what each case holds. */
  const parsed = async (xml: string) => {
    const code = `
import json, sys
from xml.etree import ElementTree
root = ElementTree.fromstring(sys.stdin.read())
print(json.dumps([{**suite.attrib, "properties": {one.get("name"): one.get("value") for one in suite.iter("property")},
  "cases": [{**case.attrib, "holds": [[child.tag, child.get("message") or child.text] for child in case]} for case in suite.iter("testcase")]}
  for suite in root.iter("testsuite")]))`;
    const { stdout } = await execa(toolchain().python, ["-c", code], { input: xml });
    return JSON.parse(stdout);
  };

  it("has when, where and how long, what was skipped, and what was seen", async () => {
    const [steps, checks] = await parsed(junit(reports.failed()));
    expect(steps).toMatchObject({
      name: "dr-2611290128 steps",
      timestamp: "2026-11-29T01:28:24",
      hostname: "GitHub Actions 7",
      skipped: "3",
      properties: { verdict: "failed", lost: "eu-west-1", target: "eu-central-1" },
    });
    expect(Number(steps.time)).toBeGreaterThan(900);
    expect(checks).toMatchObject({ tests: "28", failures: "1", errors: "0", skipped: "3" });
    const cases: { classname: string; holds: [string, string][] }[] = checks.cases;
    const holds = (id: string) => cases.find(({ classname }) => classname === `drill.check.${id}`)?.holds;
    expect(holds("keep-the-database-private")).toEqual([
      ["failure", expect.stringContaining("0.0.0.0/0 on port 5432")],
      ["system-out", expect.stringContaining("instances")],
    ]);
    expect(holds("serve-from-every-zone")).toEqual([["system-out", expect.any(String)]]);
  });

  it("skips the checks of a drill that was interrupted", async () => {
    const [, checks] = await parsed(junit(reports.interrupted()));
    expect(checks).toMatchObject({ tests: "28", failures: "0", skipped: "28" });
  });

  it("is well-formed whatever a program printed", async () => {
    const report = reports.failed();
    const error = 'colour \u001b[31mred\u001b[0m, <tag> & "quotes" <testsuite name="x">';
    const steps = report.steps.map((step) => ({ ...step, ...(step.error ? { error } : {}) }));
    const suites = await parsed(junit({ ...report, steps, host: '"<&' }));
    expect(suites.map(({ hostname }: { hostname: string }) => hostname)).toEqual(['"<&', '"<&']);
  });
});
