import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * A folder that is made once for all test files of a run, by the first that asks. Only to be read.
 *
 * Where two workers ask at the same time, one of two equal results is kept.
 */
export function once(name: string, make: (folder: string) => void): string {
  const shared = join(runFolder(), name);
  if (existsSync(shared)) return shared;
  const own = mkdtempSync(join(runFolder(), "part-"));
  make(own);
  try {
    renameSync(own, shared);
  } catch (error) {
    if (!existsSync(shared)) throw error;
    rmSync(own, { recursive: true, force: true });
  }
  return shared;
}

/** The folder of what the test files of a run share. */
export function runFolder(): string {
  const { RUN_FOLDER } = process.env;
  if (RUN_FOLDER === undefined) throw new Error("RUN_FOLDER is not set: jest's globalSetup has not run.");
  return RUN_FOLDER;
}
