import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Jest's globalSetup: a folder for what the test files of a run share, which is gone when the run ends. */
export default function makeRunFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "tests-"));
  process.env.RUN_FOLDER = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
}
