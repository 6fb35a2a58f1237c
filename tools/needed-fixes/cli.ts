import { command } from "../../terraform/process/command";
import { neededFixes } from "./needed-fixes";

await command({
  name: "needed-fixes",
  about: "Leaves out each fix of the local AWS once, and checks that the fix's tests fail without it.",
  options: (fixes) => fixes.argument("[fixes...]", "only these"),
  run: async (_, { args, show }) => {
    let [needed, others] = [0, 0];
    for await (const { name, error } of neededFixes(args)) {
      if (error === null) needed++;
      else others++;
      show(error === null ? `needed      ${name}` : `not needed  ${name}: ${error}`);
    }
    show(`${needed} needed, ${others} not needed or without a test`);
    return others === 0 ? 0 : 1;
  },
});
