import { appendFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesIn } from "../../terraform/files-in";
import { makeFolder } from "../../terraform/make-folder";
import { writeWhole } from "../../terraform/write-whole";
import { checksums } from "./digests";
import { pastRuns } from "./history";
import { html } from "./html/page";
import { junit } from "./junit";
import { kept } from "./kept";
import { markdown } from "./markdown";
import { reduceOld } from "./retention";
import type { Report } from "./schema";

/**
 * Writes the report in its four forms, each file whole or not there, and digests of every file in its folder; on GitHub,
 * adds it to the job's summary. What older reports must not keep any more is removed.
 */
export function writeReport(folder: string, report: Report, summary = process.env.GITHUB_STEP_SUMMARY): void {
  const reports = dirname(folder);
  makeFolder(folder);
  reduceOld(reports, new Date(report.end));
  const earlier = pastRuns(reports).runs.filter((run) => run.folder !== folder && run.start <= report.start);
  const forms = {
    "report.json": `${JSON.stringify(report, null, 2)}\n`,
    "report.md": markdown(report),
    "report.html": html(report, [...earlier, kept(report)]),
    "junit.xml": junit(report),
  };
  for (const [name, content] of Object.entries(forms)) writeWhole(join(folder, name), content);
  const files = filesIn(folder).filter((name) => name !== "SHA256SUMS");
  writeWhole(join(folder, "SHA256SUMS"), checksums(folder, files));
  if (summary) appendFileSync(summary, forms["report.md"]);
}
