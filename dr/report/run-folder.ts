import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { types } from "node:util";
import { projectRoot } from "../../terraform/project-root";

/** Where every run's report is, in a folder of its own; `latest` leads to that of the run that began last. */
export const reportsFolder = join(projectRoot, "drill-report");

/** Makes the folder of a run's report: a new one, even where two runs began in the same minute. */
export function makeRunFolder(reports: string, run: string): string {
  mkdirSync(reports, { recursive: true });
  for (let count = 1; ; count++) {
    const folder = join(reports, count === 1 ? run : `${run}-${count}`);
    try {
      mkdirSync(folder);
      return folder;
    } catch (error) {
      if (!(types.isNativeError(error) && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
}

/** Lets `latest`, beside a run's folder, lead to it: a relative link, so that the reports can be moved together. */
export function pointLatestTo(runFolder: string): void {
  const latest = join(runFolder, "..", "latest");
  const beside = `${latest}.${process.pid}`;
  rmSync(beside, { force: true });
  symlinkSync(basename(runFolder), beside);
  renameSync(beside, latest);
}
