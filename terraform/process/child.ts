import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { getPriority, setPriority } from "node:os";
import { dirname } from "node:path";
import { execa, type ResultPromise } from "execa";
import { makeFolder } from "../make-folder";
import { inWords, secondsSince } from "./elapsed";
import { tell } from "./live";
import { leave, watch } from "./watchdog";
import { withoutControls } from "./without-controls";

/** How a program is run: where, with which environment (nothing else reaches it), and what may stop it. */
export interface ChildOptions {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** Everything that the program prints is appended here. */
  readonly logFile?: string;
  /** Exit codes that are answers, not failures; 0 unless given. */
  readonly expected?: readonly number[] | "any";
  /** Whether what it says on stderr goes to ours, as it comes. */
  readonly showsProgress?: boolean;
  /** How far it gives way to what else we run, as a niceness beyond our own. */
  readonly niceness?: number;
}

export interface Finished {
  readonly exitCode: number;
  readonly stdout: string;
  /** All that it printed, on both. */
  readonly output: string;
}

/** A program that ended with an exit code which was not expected: the command, and its last words. */
export class ChildFailed extends Error {}

const running = new Set<ResultPromise>();

/**
 * Runs a program to its end, in a process group of its own, so that a Ctrl-C in the terminal does not reach it.
 *
 * When `signal` aborts, the group gets one SIGINT and ends in its own way: Terraform finishes what is under way and
 * writes its state. What a program leaves running in its group ends with it. Throws when the exit code is not an
 * expected one, with the command and its last words.
 */
export async function runChild(file: string, args: readonly string[], options: ChildOptions): Promise<Finished> {
  const { cwd, environment, signal, logFile, expected = [0], showsProgress = false, niceness = 0 } = options;
  signal?.throwIfAborted();
  const log = logFile === undefined ? undefined : openLog(logFile);
  const from = Date.now();
  log?.write(`${stamp(from)} ${[file, ...args].join(" ").split("\n")[0]}\n`);
  const child = execa(file, [...args], {
    cwd,
    env: environment,
    extendEnv: false,
    detached: true,
    stdin: "ignore",
    all: true,
    reject: false,
    maxBuffer: 200_000_000,
  });
  running.add(child);
  if (child.pid !== undefined) {
    watch(child.pid);
    giveWay(child.pid, niceness);
  }
  // Not pipe(): a log that fails would stop the program's output, and so the program.
  if (log) child.all.on("data", (chunk: Buffer) => log.writable && log.write(chunk));
  if (showsProgress) showLines(child.stderr);
  child.once("exit", () => endGroup(child));
  const interrupt = () => signalGroup(child, "SIGINT");
  signal?.addEventListener("abort", interrupt, { once: true });
  try {
    const { exitCode, stdout, all, shortMessage = "" } = await child;
    signal?.throwIfAborted();
    if (exitCode === undefined || !(expected === "any" || expected.includes(exitCode)))
      throw new ChildFailed(failure(shortMessage || `${file} ${args.join(" ")} failed`, all, logFile));
    return { exitCode, stdout, output: all };
  } finally {
    signal?.removeEventListener("abort", interrupt);
    running.delete(child);
    log?.write(`${stamp(Date.now())} ended after ${inWords(secondsSince(from))}\n`);
    if (log) await closeLog(log);
  }
}

/** Ends every program that is still running, at once; what they were doing is left as it is. */
export function killChildren(): void {
  for (const child of running) signalGroup(child, "SIGKILL");
}

process.once("exit", killChildren);

/** What a program starts itself gives way like it. */
function giveWay(pid: number, niceness: number): void {
  try {
    if (niceness > 0) setPriority(pid, Math.min(19, getPriority() + niceness));
  } catch {
    // it has ended already
  }
}

/** A log that cannot be written, on a full disk, is no reason to leave a region half destroyed. */
function openLog(file: string): WriteStream {
  makeFolder(dirname(file));
  const log = createWriteStream(file, { flags: "a" });
  log.once("error", ({ message }) => tell(`${file} cannot be written: ${message}\n`));
  return log;
}

/** When something began or ended: a log is read beside others. */
const stamp = (at: number): string => `# ${new Date(at).toISOString()}`;

/** Shows whole lines, as they come. */
function showLines(stream: NodeJS.ReadableStream): void {
  let rest = "";
  stream.on("data", (chunk: Buffer) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) tell(`${withoutControls(lines.join("\n"))}\n`);
  });
  stream.on("end", () => rest !== "" && tell(`${withoutControls(rest)}\n`));
}

async function closeLog(log: WriteStream): Promise<void> {
  log.end();
  if (!log.closed) await once(log, "close").catch(() => {});
}

/** Nothing of an ended program may hold its output open, or go on working: it would never be waited for. */
function endGroup(child: ResultPromise): void {
  signalGroup(child, "SIGKILL");
  if (child.pid !== undefined) leave(child.pid);
  const timer = setTimeout(() => {
    child.stdout?.destroy();
    child.stderr?.destroy();
  }, 1_000);
  void child.then(() => clearTimeout(timer));
}

const signalGroup = ({ pid }: ResultPromise, signal: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // it has ended already
  }
};

const failure = (what: string, output: string, logFile?: string): string => {
  const lastLines = output.trimEnd().split("\n").slice(-30).join("\n");
  return [what, lastLines, logFile ? `All of it: ${logFile}` : ""].filter(Boolean).join("\n");
};
