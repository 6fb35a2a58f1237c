// Names what failed, and adds up what the checks and the drill counted: totals.mjs CHECKS-OUTPUT CHECKS-EXIT REPORT-JSON DRILL-EXIT
import { readFileSync } from "node:fs";

const [said, checksExit, report, drillExit] = process.argv.slice(2);
const none = { steps: [{ title: "drill", status: "failed", error: "no report" }], checks: [] };
const drilled = JSON.parse(text(report) || JSON.stringify(none));
const parts = [counted(checks(), checksExit), counted(drill(), drillExit)];
const passed = parts.reduce((sum, part) => sum + part.passed, 0);
const failed = parts.reduce((sum, part) => sum + part.failed, 0);
for (const line of unmet()) console.log(line);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function checks() {
  const line = text(said)
    .split("\n")
    .findLast((one) => /^\d+ passed, \d+ failed$/.test(one));
  const [passed, failed] = line?.match(/\d+/g)?.map(Number) ?? [0, 1];
  return { passed, failed };
}

/** A step or a check is one, unless it was not its turn; so is a drill that left no report. */
function drill() {
  const { steps, checks } = drilled;
  const fine = [...steps, ...checks]
    .filter(({ status }) => status !== "skipped")
    .map(({ status }) => ["done", "passed"].includes(status));
  const passed = fine.filter(Boolean).length;
  return { passed, failed: fine.length - passed };
}

/** A long output hides where it told of these: once more, together. */
function unmet() {
  const { steps, checks } = drilled;
  return [
    ...text(said)
      .split("\n")
      .filter((line) => line.startsWith("FAILED  ")),
    ...(drilled.verdict && drilled.verdict !== "passed"
      ? [`FAILED  drill: ${drilled.verdict}: ${drilled.sentence}`]
      : []),
    ...steps.filter(({ error }) => error !== undefined).map(({ title, error }) => `FAILED  drill: ${title}: ${error}`),
    ...checks
      .filter(({ status }) => !["passed", "skipped"].includes(status))
      .map(({ title, status }) => `FAILED  drill: ${title} (${status})`),
  ];
}

/** What ended badly failed, even where it counted no failure. */
function counted({ passed, failed }, exit) {
  return { passed, failed: exit === "0" ? failed : Math.max(1, failed) };
}

function text(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return "";
  }
}
