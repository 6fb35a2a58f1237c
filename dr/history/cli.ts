import { z } from "zod";
import { command } from "../../terraform/process/command";
import { pastRuns, trendLength } from "../report/history";
import { keptSchema } from "../report/kept";
import { reportsFolder } from "../report/run-folder";
import { restore } from "./restore";
import { trend } from "./trend";

const run = keptSchema.omit({ schemaVersion: true, reduced: true });

export const history = command({
  name: "history",
  about: "Shows how the last 30 drills went: verdicts, recovery times, and how long they took.",
  options: (program) =>
    program.option(
      "--restore",
      "first get the verdicts of earlier nights from GitHub's artifacts: for a workflow, with GITHUB_TOKEN",
    ),
  dryRun: "with --restore: list what would be restored, and write nothing",
  examples: [
    ["history", "the drills of this checkout"],
    ["history --json", "the same for a program"],
    ["history --restore", "in a workflow, before a drill"],
  ],
  exitCodes: { 1: "a report cannot be read; it is named" },
  result: z.object({
    runs: z.array(run).describe("The last 30 runs, oldest first."),
    unreadable: z.array(z.string()).describe("Files that are no report of this version."),
  }),
  text: trend,
  run: async (options: { readonly restore?: boolean; readonly dryRun?: boolean }, { say, show }) => {
    const { restore: wanted = false, dryRun = false } = options;
    if (wanted) {
      const restored = await restore(reportsFolder, { dryRun });
      say(`${restored.length} runs ${dryRun ? "would be " : ""}restored`);
      if (dryRun) for (const folder of restored) say(`  ${folder}`);
    }
    const { runs, unreadable } = pastRuns(reportsFolder);
    show({ runs: runs.slice(-trendLength), unreadable: [...unreadable] });
    return unreadable.length === 0 ? 0 : 1;
  },
});
