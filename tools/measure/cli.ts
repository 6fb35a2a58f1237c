import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { command } from "../../terraform/process/command";
import { cpuSeconds } from "./cpu-seconds";

/** What is measured, and its arguments to tools/run.mjs. */
const commands: readonly (readonly [what: string, args: readonly string[]])[] = [
  ["synth of everything, when nothing changed", ["--needs", "node", "main.ts"]],
  ["set-up with nothing to do", []],
];

const figures = z.object({ median: z.number(), least: z.number(), most: z.number() }).describe("Seconds of CPU time.");

export const measure = command({
  name: "measure",
  about: "Measures the CPU time of a synth, which people wait for most often.",
  details: "No test judges it, because it depends on the machine.",
  options: (program) => program.option("--runs <number>", "number of runs of each", "5"),
  examples: [["measure --runs 3", "three runs of each"]],
  result: z.object({ runs: z.int(), measured: z.array(figures.extend({ what: z.string() })) }),
  text: ({ runs, measured }) =>
    measured
      .map(
        ({ what, median, least, most }) =>
          `${what}: ${median.toFixed(2)} s of CPU (${least.toFixed(2)} to ${most.toFixed(2)} in ${runs} runs)`,
      )
      .join("\n"),
  run: async ({ runs }: { runs: string }, { say, show }) => {
    if (!/^[1-9]\d?$/.test(runs)) throw new UserError(`--runs: "${runs}" is not a number from 1 to 99.`);
    const out = mkdtempSync(join(tmpdir(), "measure-"));
    try {
      const found: (z.infer<typeof figures> & { what: string })[] = [];
      for (const [what, args] of commands) {
        say(`measuring: ${what} …`);
        await cpuSeconds(args, out);
        const all: number[] = [];
        for (let run = 0; run < Number(runs); run++) all.push(await cpuSeconds(args, out));
        const [least = 0, median = 0, most = 0] = [0, 0.5, 1].map((part) => quantile(all, part));
        found.push({ what, median, least, most });
      }
      show({ runs: Number(runs), measured: found });
      return 0;
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
});

function quantile(all: readonly number[], part: number): number {
  return [...all].sort((one, other) => one - other)[Math.round((all.length - 1) * part)] ?? 0;
}
