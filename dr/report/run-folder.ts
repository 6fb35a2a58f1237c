import { mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { types } from "node:util";
import { makeFolder } from "../../terraform/make-folder";
import { projectRoot } from "../../terraform/project-root";
import { newRunId } from "../run-id";

/** Where every run's report is, in a folder of its own; `latest` leads to that of the run that began last. */
export const reportsFolder = join(projectRoot, "drill-report");

/** Gives a run an id that no other has here, and the folder of its report. */
export function claimRun(reports: string, now: Date): { readonly run: string; readonly folder: string } {
  makeFolder(reports);
  for (;;) {
    const run = newRunId(now);
    const folder = join(reports, run);
    try {
      mkdirSync(folder);
      return { run, folder };
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
