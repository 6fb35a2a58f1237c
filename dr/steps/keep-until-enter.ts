import { once } from "node:events";
import { createInterface } from "node:readline";
import { exportLines } from "../../tools/local-aws/export-lines";
import type { Step } from "../step";

/** Leaves both regions up for somebody to look at, until Enter is pressed; only with `--keep`. */
export const keepUntilEnter: Step = {
  title: "Keep both regions up until Enter is pressed",
  run: async (drill, { signal, say }) => {
    process.stdout.write(exportLines(drill.need("local").environment));
    say(`roots: ${[...drill.standing.values()].join(", ")}`);
    const lines = createInterface({ input: process.stdin });
    try {
      process.stderr.write("Both regions are up. Press Enter to destroy them.\n");
      await Promise.race([once(lines, "line", { signal }), once(lines, "close", { signal })]);
    } finally {
      lines.close();
    }
  },
};
