import { appendFileSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { junit } from "./junit";
import { markdown } from "./markdown";
import type { Report } from "./report";

/** Writes the report in its three forms, each file whole or not there, and on GitHub into the job's summary. */
export function writeReport(folder: string, report: Report, summary = process.env.GITHUB_STEP_SUMMARY): void {
  mkdirSync(folder, { recursive: true });
  const files = {
    "report.json": `${JSON.stringify(report, null, 2)}\n`,
    "report.md": markdown(report),
    "junit.xml": junit(report),
  };
  for (const [name, content] of Object.entries(files)) {
    const file = join(folder, name);
    writeFileSync(`${file}.new`, content);
    renameSync(`${file}.new`, file);
  }
  if (summary) appendFileSync(summary, files["report.md"]);
}
