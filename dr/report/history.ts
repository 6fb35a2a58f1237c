import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Kept, readKept } from "./kept";

/** How many runs a trend has. */
export const trendLength = 30;

/** A run whose report is here, and the folder that it is in. */
export interface PastRun extends Kept {
  readonly folder: string;
}

/** Every run whose report is here, oldest first, and the files that are no report. */
export function pastRuns(reports: string): {
  readonly runs: readonly PastRun[];
  readonly unreadable: readonly string[];
} {
  if (!existsSync(reports)) return { runs: [], unreadable: [] };
  // `latest` is a link, and so no folder here.
  const folders = readdirSync(reports, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const files = folders
    .map(({ name }) => ({ folder: join(reports, name), file: join(reports, name, "report.json") }))
    .filter(({ file }) => existsSync(file));
  const read = files.map(({ folder, file }) => ({ folder, file, run: readKept(readFileSync(file, "utf8")) }));
  return {
    runs: read
      .flatMap(({ folder, run }) => (run ? [{ ...run, folder }] : []))
      .sort((one, other) => (one.start < other.start ? -1 : 1)),
    unreadable: read.filter(({ run }) => run === undefined).map(({ file }) => file),
  };
}
