import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { junit } from "./junit";
import { markdown } from "./markdown";
import type { Report } from "./report";

/** Writes the report in its three forms; each file is whole or not there. */
export function writeReport(folder: string, report: Report): void {
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
}
