import { rmSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { projectRoot } from "../tools/project-root";
import { killChildren } from "./child";
import { Drill } from "./drill";
import { type DrillOptions, preflight } from "./preflight";
import { onTerminal, plainLines } from "./progress";
import { markdown } from "./report/markdown";
import { report } from "./report/report";
import { versions } from "./report/versions";
import { writeReport } from "./report/write";
import { runSteps } from "./run-steps";
import { steps } from "./steps/all";
import { whatIsLeft } from "./what-is-left";

const options = new Command("drill")
  .description(
    "Loses a region of a local AWS, rebuilds it in another one from git, verifies and measures it, and leaves nothing.",
  )
  .option("--ref <ref>", "commit, branch or tag to build both regions from", "HEAD")
  .option("--target <region>", "where to rebuild (default: the first target of dr/targets.ts)")
  .option("--endpoint <url>", "another local AWS on loopback than our own")
  .option("--keep", "leave both regions up until Enter is pressed")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<DrillOptions>();

const settings = await preflight(options, new Date());
const drill = new Drill(settings);
const interrupt = new AbortController();
const abandon = new AbortController();
const reportFolder = join(projectRoot, "drill-report");
rmSync(settings.logFolder, { recursive: true, force: true });

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (interrupt.signal.aborted) return giveUp();
    process.stderr.write(`\n${signal}: taking back what was started; once more to stop at once\n`);
    interrupt.abort(new Error(`interrupted by ${signal}`));
  });
}

const progress = process.stdout.isTTY ? onTerminal : plainLines;
const records = await runSteps(steps(settings), drill, {
  progress,
  interrupt: interrupt.signal,
  abandon: abandon.signal,
});
const evidence = report(drill, records, versions());
writeReport(reportFolder, evidence);
process.stdout.write(`${markdown(evidence)}\nReport: ${reportFolder}\n`);
for (const { title, error } of records) if (error !== undefined) process.stderr.write(`${title}: ${error}\n`);
process.stderr.write(whatIsLeft(drill));
if (drill.standing.size === 0) rmSync(settings.workFolder, { recursive: true, force: true });
process.exit(evidence.passed ? 0 : 1);

/** The second Ctrl-C: nothing more is destroyed, every program of ours ends, and what is left is said. */
function giveUp(): void {
  abandon.abort(new Error("stopped by the second interrupt"));
  killChildren();
  void drill.found.local?.stop();
  process.stderr.write(`\nstopped at once\n${whatIsLeft(drill)}`);
  process.exitCode = 1;
  setTimeout(() => process.exit(1), 6_000).unref();
}
