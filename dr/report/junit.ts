import builder from "junit-report-builder";
import type { Report } from "./report";

/** The report as JUnit XML: a test case for each step and each check. */
export function junit({ run, steps, checks }: Report): string {
  const xml = builder.newBuilder();
  const stepSuite = xml.testSuite().name(`${run} steps`);
  for (const { title, phase, seconds, error } of steps) {
    const test = stepSuite.testCase().className(phase).name(title).time(seconds);
    if (error !== undefined) test.failure(error);
  }
  const checkSuite = xml.testSuite().name(`${run} checks`);
  for (const { title, status, problems } of checks) {
    const test = checkSuite.testCase().className("verify").name(title);
    if (status === "failed") test.failure(problems.join("\n"));
    if (status === "uncertain") test.error(problems.join("\n"));
  }
  return xml.build();
}
