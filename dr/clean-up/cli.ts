import { command } from "../../terraform/process/command";
import { listen } from "../../terraform/process/interrupts";
import { cleanUpAccount } from "./account";
import { cleanUp, unsavedStates } from "./clean-up";

await command<{ aws?: boolean }>({
  name: "clean-up",
  about:
    "Removes what drills that were stopped have left behind: on this machine, and with --aws in the account of dev.",
  options: (cleaning) => cleaning.option("--aws", "in the account of dev, too, on whatever machine the drills were"),
  run: async ({ aws = false }, { say, show }) => {
    // By the states in the account alone, what only such a state knows would be left.
    const unsaved = unsavedStates();
    const { failed, signal } =
      aws && unsaved.length === 0
        ? await cleanUpAccount()
        : { failed: unsaved, signal: listen({ first: "Terraform finishes what is under way" }) };
    if (unsaved.length === 0) failed.push(...(await cleanUp({ signal, say: show })));
    for (const line of failed) say(`not removed: ${line}`);
    return failed.length === 0 ? 0 : 1;
  },
});
