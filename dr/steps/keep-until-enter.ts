import { nextLine } from "../../terraform/process/confirm";
import { undisturbed } from "../../terraform/process/live";
import { changesTo, exportLines } from "../../tools/local-aws/export-lines";
import { step } from "../step";

export const keepUntilEnter = step({
  title: "Keep both regions up until Enter is pressed",
  about: "Keeps both regions up, to be looked at, until Enter is pressed.",
  needs: ["gate"],
  gives: [],
  run: async (drill, { signal, say }) => {
    const line = await undisturbed(() => {
      process.stdout.write(exportLines(changesTo(drill.need("gate").environment)));
      process.stderr.write(`roots:\n${[...drill.standing.values()].join("\n")}\n`);
      process.stderr.write("Both regions are up. Press Enter to destroy them.\n");
      return nextLine(signal);
    });
    if (line === undefined) say("Standard input is closed, so nobody can press Enter: going on");
  },
});
