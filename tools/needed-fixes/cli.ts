import { Command } from "commander";
import { neededFixes } from "./needed-fixes";

const fixes = new Command("needed-fixes")
  .description("Leaves out each fix of the local AWS once, and checks that the fix's tests fail without it.")
  .argument("[fixes...]", "only these")
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse().args;

let [needed, others] = [0, 0];
for await (const { name, error } of neededFixes(fixes)) {
  if (error === null) needed++;
  else others++;
  process.stdout.write(`${error === null ? "needed" : "not needed"}  ${name}${error === null ? "" : `: ${error}`}\n`);
}
process.stdout.write(`${needed} needed, ${others} not needed or without a test\n`);
process.exitCode = others === 0 ? 0 : 1;
