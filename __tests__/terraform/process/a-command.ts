import { UserError } from "../../../modules/core/user-error";
import { runChild } from "../../../terraform/process/child";
import { command } from "../../../terraform/process/command";
import { confirm } from "../../../terraform/process/confirm";

// A command that ends as its option says.
await command<{ how: string }>({
  name: "a-command",
  about: "Ends in one way or another.",
  options: (it) => it.requiredOption("--how <way>", "in which way"),
  interrupted: "ending in its own time",
  run: async ({ how }, { signal, say, show }) => {
    if (how === "refused") throw new UserError("--how: there is no such way.");
    if (how === "child") await runChild("/bin/sh", ["-c", "echo last words; exit 3"], { cwd: "/", environment: {} });
    if (how === "unforeseen") throw new TypeError("nobody thought of it");
    if (how === "found") return 1;
    if (how === "asked") return (await confirm("go on", signal)) ? 0 : 1;
    if (how === "slow") {
      say("waiting");
      await new Promise((resolve, reject) => {
        setTimeout(resolve, 30_000);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    }
    if (how === "stubborn") {
      say("waiting");
      await new Promise((resolve) => setTimeout(resolve, 30_000));
    }
    show("a result");
    return 0;
  },
});
