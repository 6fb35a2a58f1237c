import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import type { Outcome } from "../../../dr/check";
import { Drill, type Where } from "../../../dr/drill";
import { junit } from "../../../dr/report/junit";
import { markdown } from "../../../dr/report/markdown";
import { report } from "../../../dr/report/report";
import { writeReport } from "../../../dr/report/write";
import type { StepRecord } from "../../../dr/step";
import { toolchain } from "../../../terraform/toolchain";
import { awsUpstream } from "../../../tools/gate/aws/upstream";
import { anySettings } from "../support/settings";

const versions = { node: "20", terraform: "1", provider: "5", cdktf: "0", moto: "5" };
const at = Date.UTC(2026, 10, 23, 3, 0, 0);
const step: StepRecord = { title: "Rebuild", phase: "run", startedAt: new Date(at).toISOString(), seconds: 61.25 };
const check: Outcome = { title: "Capacity is in service", status: "passed", seen: "6 in 3 zones", problems: [] };
const bucket = { type: "s3 bucket", id: "shop-logs", settings: {} };

/** What a drill found in which all went well, but for what a test says. */
function reportOf(found: Partial<Drill["found"]> = {}, steps: readonly StepRecord[] = [step]) {
  const drill = new Drill(anySettings());
  Object.assign(drill.found, {
    snapshot: { takenAt: at - 90_000, sourceIdentifier: "s", copyIdentifier: "c", copyArn: "arn" },
    lostAt: at,
    verifiedAt: at + 423_500,
    outcomes: [check],
    leftovers: [{ region: "eu-west-1", left: [], softlyDeleted: [] }],
    ...found,
  });
  return report(drill, steps, versions);
}

it("passes when every step and check did, and nothing is left", () => {
  expect(reportOf().passed).toBe(true);
});

const failed: Outcome = { ...check, status: "failed", problems: ["eu-central-1c has none"] };
it.each<[string, ReturnType<typeof reportOf>]>([
  ["a step failed", reportOf({}, [{ ...step, error: "no capacity" }])],
  ["a step could not be taken back", reportOf({}, [step, { ...step, phase: "undo", error: "still in use" }])],
  ["a check failed", reportOf({ outcomes: [check, failed] })],
  ["a check could not be asked", reportOf({ outcomes: [check, { ...failed, status: "uncertain" }] })],
  ["nothing was checked", reportOf({ outcomes: [] })],
  ["it was not verified", reportOf({ verifiedAt: undefined })],
  ["something is left", reportOf({ leftovers: [{ region: "eu-west-1", left: [bucket], softlyDeleted: [] }] })],
  ["it was not swept", reportOf({ leftovers: undefined })],
])("does not pass when %s", (_, { passed }) => {
  expect(passed).toBe(false);
});

it("measures RTO from the loss to the verified region, and RPO from the snapshot to the loss", () => {
  expect(reportOf()).toMatchObject({ rtoSeconds: 423.5, rpo: { seconds: 90, basis: "snapshot" } });
});

it("claims no RTO that was not measured", () => {
  expect(reportOf({ verifiedAt: undefined })).not.toHaveProperty("rtoSeconds");
  expect(reportOf({ lostAt: undefined })).not.toHaveProperty("rpo");
  expect(markdown(reportOf({ verifiedAt: undefined }))).toContain("| not measured |");
});

it("tells when each root was worked on, and which of them decided how long their step took", () => {
  const drill = new Drill(anySettings());
  drill.spans.Rebuild = [
    { id: "network", from: at, to: at + 60_000, dependencies: [] },
    { id: "logs", from: at, to: at + 55_000, dependencies: [] },
    { id: "web", from: at + 60_000, to: at + 61_000, dependencies: ["network", "logs"] },
  ];
  const [rebuilt] = report(drill, [step], versions).steps;
  expect(rebuilt).toMatchObject({ seconds: 61.25, criticalPath: ["network", "web"] });
  expect(markdown(report(drill, [step], versions))).toContain("| Rebuild | 61.3 | network 60 s → web 1 s | done |");
  expect(rebuilt?.roots?.[0]).toEqual({ root: "network", startedAt: "2026-11-23T03:00:00.000Z", seconds: 60 });
});

describe("for people", () => {
  it("shows the figures and that it passed", () => {
    const text = markdown(reportOf());
    expect(text).toContain("# Drill dr-2611230300: passed");
    expect(text).toMatch(/\| RTO,.* \| 424 s \|/);
    expect(text).toMatch(/\| RPO,.* \| 90 s \|/);
    expect(text).toContain("| left over | 0 |");
  });

  it("shows each problem, and what is left", () => {
    const text = markdown(
      reportOf({ outcomes: [failed], leftovers: [{ region: "eu-west-1", left: [bucket], softlyDeleted: [] }] }, [
        { ...step, error: "Error: <nil> | no\ncapacity" },
      ]),
    );
    expect(text).toContain("# Drill dr-2611230300: not proved");
    expect(text).toContain("| Capacity is in service | failed | 6 in 3 zones; eu-central-1c has none |");
    expect(text).toContain("Error: &lt;nil> \\| no<br>capacity");
    expect(text).toContain("- eu-west-1: s3 bucket shop-logs");
  });

  it("shows each difference that is meant, of which resource it is, and why", () => {
    const reason = "A drill's recovery is destroyed afterwards.";
    const meant = {
      type: "aws_lb",
      name: "<prefix>-web",
      setting: "protected",
      source: true,
      recovered: false,
      reason,
    };
    const parity = { compared: 1, types: { aws_lb: 1 }, differences: [], declared: [meant], unused: [] };
    expect(markdown(reportOf({ parity }))).toContain(
      `- aws_lb &lt;prefix>-web, protected: true in the source, false recovered. ${reason}`,
    );
  });

  it("shows how much of Terraform's states was compared, and how much was not, by reason", () => {
    const stateParity = {
      resources: 244,
      attributes: 2_364,
      differences: [],
      declared: [],
      unused: [],
      notCompared: [{ reason: "set in neither", count: 3, of: { "aws_lb.name_prefix": 1, "aws_sqs_queue.policy": 2 } }],
    };
    const text = markdown(reportOf({ stateParity }));
    expect(text).toContain(
      "2364 attributes of 244 resources were compared: 0 differ that must not, 0 differ on purpose.",
    );
    expect(text).toContain("| set in neither | 3 | aws_sqs_queue.policy 2, aws_lb.name_prefix 1 |");
    expect(reportOf({ stateParity }).stateParity).toEqual(stateParity);
  });

  it("says that it was not swept", () => {
    expect(markdown(reportOf({ leftovers: undefined }))).toContain("| left over | not swept |");
  });

  it("lists what AWS deletes softly, with its date", () => {
    const key = { type: "kms key", id: "k", settings: {}, goneOn: "2026-11-30" };
    const text = markdown(reportOf({ leftovers: [{ region: "eu-west-1", left: [], softlyDeleted: [key] }] }));
    expect(text).toContain("- eu-west-1: kms key k, gone on 2026-11-30");
  });
});

describe("as JUnit", () => {
  /** What an XML parser other than ours makes of it. */
  const parsed = async (xml: string) => {
    const code = `
import json, sys
from xml.etree import ElementTree
root = ElementTree.fromstring(sys.stdin.read())
print(json.dumps([[case.get("name"), [[child.tag, child.get("message")] for child in case]] for case in root.iter("testcase")]))`;
    const { stdout } = await execa(toolchain().python, ["-c", code], { input: xml });
    return JSON.parse(stdout);
  };

  it("is well-formed and fails with the step or the check that failed", async () => {
    const error = 'colour \u001b[31mred\u001b[0m, <tag> & "quotes"';
    const xml = junit(
      reportOf({ outcomes: [check, failed, { ...failed, status: "uncertain" }] }, [{ ...step, error }]),
    );
    expect(await parsed(xml)).toEqual([
      ["Rebuild", [["failure", expect.stringContaining('<tag> & "quotes"')]]],
      ["Capacity is in service", []],
      ["Capacity is in service", [["failure", "eu-central-1c has none"]]],
      ["Capacity is in service", [["error", "eu-central-1c has none"]]],
    ]);
  });
});

it("is added to the summary of a job on GitHub", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    const summary = join(folder, "summary");
    writeFileSync(summary, "earlier\n");
    writeReport(join(folder, "report"), reportOf(), summary);
    expect(readFileSync(summary, "utf8")).toBe(`earlier\n${markdown(reportOf())}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it.each<[Where, string]>([
  [{ kind: "own" }, "in the local AWS."],
  [{ kind: "endpoint", endpoint: "http://127.0.0.1:4566" }, "in the local AWS at http://127.0.0.1:4566."],
  [
    { kind: "account", upstream: (key) => awsUpstream(async () => ({ accessKeyId: "", secretAccessKey: "" }), key) },
    "in account 111122223333.",
  ],
])("says which AWS it was", (where, says) => {
  expect(markdown(report(new Drill(anySettings({ where })), [step], versions))).toContain(says);
});

it("is written in three forms, each whole", () => {
  const folder = mkdtempSync(join(tmpdir(), "report-"));
  try {
    writeReport(folder, reportOf(), undefined);
    expect(readdirSync(folder).sort()).toEqual(["junit.xml", "report.json", "report.md"]);
    expect(JSON.parse(readFileSync(join(folder, "report.json"), "utf8"))).toMatchObject({ passed: true });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
