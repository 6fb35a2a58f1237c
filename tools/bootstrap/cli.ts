import { Command } from "commander";
import { killChildren } from "../../terraform/process/child";
import { findEnvironment } from "../find-environment";
import { bootstrap, keptStates } from "./bootstrap";
import { confirm } from "./confirm";

const { environment, yes = false } = new Command("bootstrap")
  .description(
    "Makes the state bucket and lock table of every region of an environment, in the AWS of your credentials.",
  )
  .requiredOption("--environment <name>", "one of regions/environments.ts")
  .option("--yes", "apply the plans without asking")
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ environment: string; yes?: boolean }>();

const place = findEnvironment(environment);
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";
process.on("exit", () => {
  for (const line of keptStates(place)) process.stderr.write(`${line}\n`);
});
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!interrupt.signal.aborted) {
      process.stderr.write(`\n${signal}: Terraform ends what is under way; once more to stop at once\n`);
      return interrupt.abort(new Error(`interrupted by ${signal}`));
    }
    process.stderr.write("\nstopped at once: what Terraform was making may be missing in its state\n");
    killChildren();
    process.exit(1);
  });
}

try {
  const made = await bootstrap(place, {
    signal: interrupt.signal,
    canAgree: yes || process.stdin.isTTY === true,
    agree: async (question) => yes || (await confirm(question, interrupt.signal)),
    say: (line) => process.stderr.write(`${line}\n`),
    show: (result) => process.stdout.write(`${result}\n`),
  });
  if (!made) process.stderr.write("not confirmed: nothing was applied\n");
  process.exit(made ? 0 : 1);
} catch (error) {
  if (error instanceof Error && error.name === "UserError") throw error;
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exit(1);
}
