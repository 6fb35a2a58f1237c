import type { Log } from "sarif";
import type { Finding } from "../../../tools/review/result";
import { review } from "../../../tools/review/review";
import { sarif } from "../../../tools/review/sarif/sarif";

const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: "destroys-data",
  root: "prod-eu-west-1-database",
  address: "module.database.aws_rds_cluster.database",
  severity: "critical",
  why: "The database is deleted.",
  wayOut: "Keep it.",
  ...more,
});
const logOf = (...findings: Finding[]): Log => sarif({ ...review([]), findings });
const printOf = (one: Finding): string | undefined =>
  logOf(one).runs[0]?.results?.[0]?.partialFingerprints?.primaryLocationLineHash;

it("is one run, with a rule for each kind of finding, and a place in the repository for each", () => {
  const { version, runs } = logOf(
    finding(),
    finding({ rule: "opens-to-the-internet", severity: "medium", root: "plan" }),
  );
  expect({ version, runs: runs.length }).toEqual({ version: "2.1.0", runs: 1 });
  const [run] = runs;
  expect(run?.tool.driver.rules?.map(({ id }) => id)).toEqual(["destroys-data", "opens-to-the-internet"]);
  expect(
    run?.results?.map(({ ruleIndex, level, locations }) => ({
      ruleIndex,
      level,
      at: locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    })),
  ).toEqual([
    { ruleIndex: 0, level: "error", at: "modules/database/tier.ts" },
    { ruleIndex: 1, level: "warning", at: "main.tf" },
  ]);
});

it("knows a finding again whose words are others, and takes no other one for it", () => {
  expect(printOf(finding({ why: "The database is gone." }))).toBe(printOf(finding()));
  for (const other of [{ rule: "other" }, { root: "other" }, { address: "other" }, { attribute: "port" }])
    expect(printOf(finding(other))).not.toBe(printOf(finding()));
});

it("stays within what GitHub takes: the first 5,000 results, 20 tags a rule, texts of 1,024 characters", () => {
  const many = Array.from({ length: 6_000 }, (_, index) => finding({ address: `a.b${index}`, why: "w".repeat(3_000) }));
  const [run] = logOf(...many).runs;
  expect(run?.results).toHaveLength(5_000);
  expect(run?.results?.[0]?.locations?.[0]?.logicalLocations?.[0]?.fullyQualifiedName).toBe(
    "prod-eu-west-1-database/a.b0",
  );
  expect(Math.max(...(run?.results ?? []).map(({ message }) => message.text?.length ?? 0))).toBe(1_024);
  for (const { properties } of run?.tool.driver.rules ?? []) expect(properties?.tags?.length).toBeLessThanOrEqual(20);
});
