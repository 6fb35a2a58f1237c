import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { seenByTools } from "./seen-by-tools.mjs";
import { UserError } from "./user-error.mjs";

const running = new Set();
let interrupted = false;

/** Runs a program to its end, without the caller's credentials, and gives its stdout; a failure tells the command and its last lines. */
export function run(command, args, { cwd, env }) {
  return new Promise((resolve, reject) => {
    // A process group of its own, so that what the program started is stopped with it.
    const child = spawn(command, args, {
      cwd,
      env: seenByTools(env),
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const failed = (why) => reject(new UserError(`${why}\n  command: ${[command, ...args].join(" ")}`));
    let stdout = "";
    let all = "";
    child.stdout.on("data", (text) => {
      stdout += text;
      all += text;
    });
    child.stderr.on("data", (text) => {
      all += text;
    });
    running.add(child);
    child.on("error", (error) => {
      running.delete(child);
      failed(`could not be started: ${error.message}`);
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      // The handler below ends this process: nothing may go on, and nothing is to be reported as a failure.
      if (interrupted) return;
      if (code === 0) return resolve(stdout);
      if (/ENOSPC|No space left on device/.test(all)) return failed("the disk is full. Make room and run it again.");
      failed(`${signal ? `ended by ${signal}` : `exit code ${code}`}\n${excerpt(all)}`);
    });
  });
}

/** npm tells the cause first and pip last. */
function excerpt(output) {
  const lines = output.trim().split("\n");
  return (lines.length > 20 ? [...lines.slice(0, 10), "…", ...lines.slice(-10)] : lines).join("\n");
}

function signalAll(signal) {
  for (const child of running) {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // Gone already.
    }
  }
}

/** Until the returned function is called, Ctrl-C, SIGTERM and SIGHUP stop the children, clean up and end this process. */
export function stopOnSignal(cleanUp) {
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  const stop = async (signal) => {
    signalAll(interrupted ? "SIGKILL" : "SIGTERM");
    if (interrupted) return;
    interrupted = true;
    for (let waited = 0; running.size > 0 && waited < 5000; waited += 50) await sleep(50);
    signalAll("SIGKILL");
    cleanUp();
    process.stderr.write(`\nsetup: stopped by ${signal}; the next run does what is missing\n`);
    process.exit(codes[signal]);
  };
  for (const signal of Object.keys(codes)) process.on(signal, stop);
  return () => {
    for (const signal of Object.keys(codes)) process.off(signal, stop);
  };
}
