import builder from "junit-report-builder";
import { escaped } from "./html/markup";
import type { Report } from "./schema";

/** The report as JUnit XML: a test case for each step and each check. */
export function junit(report: Report): string {
  const xml = builder.newBuilder();
  const { run, start, host, steps, checks } = report;
  const suite = (name: string, seconds: number) => {
    const made = xml.testSuite().name(`${run} ${name}`).timestamp(start.slice(0, 19)).time(round(seconds));
    for (const [key, value] of Object.entries(properties(report))) made.property(key, value);
    return made;
  };
  const stepSuite = suite("steps", sum(steps));
  for (const { title, phase, status, seconds = 0, error = "", logs = [] } of steps) {
    const test = stepSuite.testCase().className(`drill.${phase}`).name(title).time(round(seconds));
    if (status === "skipped") test.skipped();
    if (status === "failed") test.failure(error);
    if (status === "interrupted") test.error(error);
    for (const log of logs) test.standardOutput(log);
  }
  const checkSuite = suite("checks", sum(checks));
  for (const { id, title, status, seconds = 0, seen, problems } of checks) {
    const test = checkSuite.testCase().className(`drill.check.${id}`).name(title).time(round(seconds));
    if (status === "skipped") test.skipped();
    if (status === "failed") test.failure(problems.join("\n"));
    if (status === "uncertain") test.error(problems.join("\n"));
    if (seen !== "") test.standardOutput(seen);
  }
  // Only the builder puts a tag there: whatever came from elsewhere is escaped.
  return xml.build().replaceAll("<testsuite ", `<testsuite hostname="${escaped(host)}" `);
}

const properties = ({ verdict, git, environment, aws, lost, target, ciRun }: Report): Record<string, string> => ({
  verdict,
  commit: git.commit,
  environment,
  aws: aws.name,
  lost,
  target,
  ...(ciRun ? { ciRun } : {}),
});

const round = (seconds: number): number => Math.round(seconds * 1000) / 1000;
const sum = (parts: readonly { readonly seconds?: number }[]): number =>
  parts.reduce((total, { seconds = 0 }) => total + seconds, 0);
