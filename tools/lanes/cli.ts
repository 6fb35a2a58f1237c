import { z } from "zod";
import { command } from "../../terraform/process/command";
import { compareLane } from "./lane";
import { findLane, lanes } from "./lanes";

export const lane = command({
  name: "lane",
  about: "Synthesizes the unchanged source with other packages.",
  details: "The result is compared with the golden files.",
  options: (program) => program.argument("<name>", `which packages: ${lanes.join(" or ")}`),
  examples: [["lane provider-6", "AWS provider 6 instead of 5"]],
  exitCodes: { 0: "the result is the same", 1: "it differs, or does not synthesize" },
  interrupted: "what is being installed or built ends",
  result: z.object({
    lane: z.string(),
    equal: z.boolean(),
    lines: z.array(z.string()).describe("What was compared, or differs."),
  }),
  text: ({ lines }) => lines.join("\n"),
  run: async (_, { args: [name = ""], signal, progress, show }) => {
    const found = findLane(name);
    const { equal, lines } = await progress.run(`Lane ${found}`, (say) => compareLane(found, { signal, say }));
    show({ lane: found, equal, lines });
    return equal ? 0 : 1;
  },
});
