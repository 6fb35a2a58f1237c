import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/**
 * Does a short piece of work while no other process does one under the same lock file.
 *
 * A holder that is gone, killed in the middle, has lost it.
 */
export function underLock<T>(file: string, work: () => T): T {
  while (!claim(file)) {
    const holder = contentOf(file);
    if (holder !== undefined && !isAlive(Number(holder))) removeStale(file, holder);
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  }
  try {
    return work();
  } finally {
    if (contentOf(file) === String(process.pid)) rmSync(file, { force: true });
  }
}

function claim(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    // A link appears with its content, and only if the name is free.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (isCode(error, "EEXIST")) return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Where somebody was quicker and holds it now, it is given back. */
function removeStale(file: string, holder: string): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== holder) linkSync(aside, file);
  } catch {
    // Gone, or taken again.
  }
  rmSync(aside, { force: true });
}

/** Whether a process is there, whoever its owner is. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
