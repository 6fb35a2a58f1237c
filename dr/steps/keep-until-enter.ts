import { once } from "node:events";
import { createInterface } from "node:readline";
import { exportLines } from "../../tools/local-aws/export-lines";
import type { Step } from "../step";

/** Leaves both regions up for somebody to look at, until Enter is pressed; only with `--keep`. */
export const keepUntilEnter: Step = {
  title: "Keep both regions up until Enter is pressed",
  run: async (drill, { signal, say }) => {
    // A terminal shows the step on a line that is not ended yet.
    process.stderr.write("\n");
    process.stdout.write(exportLines(drill.need("gate").environment));
    process.stderr.write(`roots:\n${[...drill.standing.values()].join("\n")}\n`);
    const lines = createInterface({ input: process.stdin });
    try {
      process.stderr.write("Both regions are up. Press Enter to destroy them.\n");
      const closed = once(lines, "close", { signal }).then(() => "closed");
      if ((await Promise.race([once(lines, "line", { signal }), closed])) === "closed")
        say("Standard input is closed, so nobody can press Enter: going on");
    } finally {
      lines.close();
    }
  },
};
