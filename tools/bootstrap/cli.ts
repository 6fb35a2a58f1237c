import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../modules/core/user-error";
import { command } from "../../terraform/process/command";
import { confirm } from "../../terraform/process/confirm";
import { bootstrap, missing } from "../../terraform/states/bootstrap";
import { synthInto } from "../../terraform/synth";
import { findEnvironment } from "../find-environment";
import { checkAccount } from "./caller";
import { keptStates, ownStates } from "./own-states";

await command<{ environment: string; yes?: boolean }>({
  name: "bootstrap",
  about: "Makes the state bucket and lock table of every region of an environment, in the AWS of your credentials.",
  options: (bootstrap) =>
    bootstrap
      .requiredOption("--environment <name>", "one of regions/environments.ts")
      .option("--yes", "apply the plans without asking"),
  interrupted: "Terraform finishes what is under way",
  run: async ({ environment: name, yes = false }, { signal, say, show }) => {
    const environment = findEnvironment(name);
    await checkAccount(environment);
    process.once("exit", () => keptStates(environment).forEach(say));
    const out = mkdtempSync(join(tmpdir(), "bootstrap-"));
    try {
      synthInto(out);
      const states = await missing(ownStates(environment, out), show);
      if (states.length === 0) return 0;
      if (!yes && !process.stdin.isTTY)
        throw new UserError("There is no terminal to confirm the plans on. Add --yes to apply them without asking.");
      const agree = async (count: number) =>
        yes || confirm(`apply ${count === 1 ? "1 plan" : `${count} plans`} in account ${environment.account}`, signal);
      if (await bootstrap(states, { agree, say, show }, signal)) return 0;
      say("not confirmed: nothing was applied");
      return 1;
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  },
});
