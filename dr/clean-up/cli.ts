import { z } from "zod";
import { command } from "../../terraform/process/command";
import { listen } from "../../terraform/process/interrupts";
import { cleanUpAccount } from "./account";
import { cleanUp, unsavedStates } from "./clean-up";

export const cleanUpCommand = command({
  name: "clean-up",
  about: "Removes what drills that were stopped have left behind.",
  details: "On this machine, and with --aws in the account of dev.",
  options: (program) => program.option("--aws", "in the account of dev, too, on whatever machine the drills were"),
  examples: [
    ["clean-up", "after a drill that was killed on this machine"],
    ["clean-up --aws", "after a drill of the account, from any machine"],
  ],
  exitCodes: { 0: "nothing is left", 1: "something could not be removed; it is named" },
  result: z.object({ notRemoved: z.array(z.string()).describe("What could not be removed, with the reason.") }),
  text: ({ notRemoved }) =>
    notRemoved.length === 0 ? "Nothing is left." : notRemoved.map((line) => `not removed: ${line}`).join("\n"),
  run: async ({ aws = false }: { aws?: boolean }, { progress, show }) => {
    // By the states in the account alone, what only such a state knows would be left.
    const unsaved = unsavedStates();
    const { failed, signal } =
      aws && unsaved.length === 0
        ? await cleanUpAccount(progress)
        : { failed: unsaved, signal: listen({ first: "Terraform finishes what is under way" }) };
    if (unsaved.length === 0) {
      const title = "Remove what drills have left on this machine";
      failed.push(...(await progress.run(title, (say) => cleanUp({ signal, say }))));
    }
    show({ notRemoved: failed });
    return failed.length === 0 ? 0 : 1;
  },
});
