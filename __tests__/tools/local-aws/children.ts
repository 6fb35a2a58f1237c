import { execFileSync } from "node:child_process";

/** The processes that a process started and that still run. */
export function childrenOf(parent: number): { pid: number; command: string }[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" })
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .flatMap((row) => (row && Number(row[2]) === parent ? [{ pid: Number(row[1]), command: row[3] ?? "" }] : []))
    .filter(({ command }) => command.includes("server.py"));
}

/** Whether a process runs. */
export function runs(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
