import { mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { childEnvironment } from "../../../../terraform/process/environments";
import { projectRoot } from "../../../../terraform/project-root";
import { runFolder } from "../../../support/once";
import { largePlan } from "./large";

jest.setTimeout(120_000);

// A descriptor of its own: what the command prints is not to be read.
const tell = `import { writeSync } from "node:fs";
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  writeSync(3, JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 }));
});`;

interface Used {
  readonly seconds: number;
  readonly megabytes: number;
}

/** What Node.js uses with these arguments. */
async function using(args: readonly string[], exitCode: number): Promise<Used> {
  const ended = await execa(
    process.execPath,
    ["--import", `data:text/javascript,${encodeURIComponent(tell)}`, ...args],
    {
      cwd: projectRoot,
      env: childEnvironment(),
      extendEnv: false,
      stdio: ["ignore", "ignore", "inherit", "pipe"],
      reject: false,
    },
  );
  expect(ended.exitCode).toBe(exitCode);
  return JSON.parse(String(ended.stdio[3]));
}

/** Seconds of CPU that Node.js needs to start where nothing else runs. */
const start = 0.05;

it("reviews 5,000 changes in less than 5 s of CPU and 300 MB", async () => {
  const folder = mkdtempSync(join(runFolder(), "large-"));
  writeFileSync(join(folder, "plan.json"), JSON.stringify(largePlan(5_000)));
  const args = ["shop", "review", "--plan", join(folder, "plan.json"), "--out", folder];
  const { seconds, megabytes } = await using(args, 1);
  // The same work takes more CPU where programs share it, by as much as the start of an empty one does.
  const shared = Math.max(1, (await using(["--eval", ""], 0)).seconds / start);
  expect(seconds / shared).toBeLessThan(5);
  expect(megabytes).toBeLessThan(300);
});
