import { linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { textOf } from "./files.mjs";

/** What tells a process from a later one with the same number; empty where /proc does not tell. */
function startedAt(pid) {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat ? stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] : "";
}

function isAlive(holder) {
  const [pid, started] = holder.split(" ");
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if (error.code !== "EPERM") return false;
  }
  return startedAt(pid) === started;
}

function claim(file, me) {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, me);
  try {
    // A link appears with its content, and only if the name is free.
    linkSync(mine, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(mine, { force: true });
  }
}

function removeStale(file, holder) {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
    // Somebody else was quicker and holds it now: give it back.
    if (textOf(aside) !== holder) linkSync(aside, file);
  } catch {
    // Gone, or taken again.
  }
  rmSync(aside, { force: true });
}

/** Waits until no other process holds the lock file, takes it, and gives the function that releases it. */
export async function lock(file, say) {
  const me = `${process.pid} ${startedAt(process.pid)}`;
  mkdirSync(dirname(file), { recursive: true });
  let said = false;
  while (!claim(file, me)) {
    const holder = textOf(file);
    if (holder === undefined) continue;
    if (!isAlive(holder)) {
      removeStale(file, holder);
      continue;
    }
    if (!said) say(`another set-up is at work here (process ${holder.split(" ")[0]}): waiting for it`);
    said = true;
    await sleep(100);
  }
  return () => {
    if (textOf(file) === me) rmSync(file, { force: true });
  };
}
