import { writeFileSync } from "node:fs";
import { z } from "zod";
import { UserError } from "../../../modules/core/user-error";
import { runChild } from "../../../terraform/process/child";
import { command } from "../../../terraform/process/command";

// A command that ends as its option says.
const aCommand = command({
  name: "a-command",
  about: "Ends in one way or another.",
  options: (it) => it.requiredOption("--how <way>", "in which way"),
  examples: [["a-command --how well", "ends well"]],
  confirms: true,
  result: z.object({ outcome: z.string() }),
  text: ({ outcome }) => `a ${outcome}`,
  interrupted: "ending in its own time",
  run: async ({ how }: { how: string }, { signal, say, agree, show }) => {
    if (how === "refused") throw new UserError("--how: there is no such way.");
    if (how === "child") await runChild("/bin/sh", ["-c", "echo last words; exit 3"], { cwd: "/", environment: {} });
    if (how === "unforeseen") throw new TypeError("nobody thought of it");
    if (how === "full") writeFileSync("/dev/full", "more than there is room for");
    if (how === "found") return 1;
    if (how === "asked") return (await agree("go on")) ? 0 : 1;
    if (how === "talks") say("talking");
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
    show({ outcome: "result" });
    return 0;
  },
});

await aCommand.run(process.argv.slice(2));
