import { Command, InvalidArgumentError, Option } from "commander";
import { UserError } from "../../modules/core/user-error";
import { exportLines } from "./export-lines";
import { startLocalAws } from "./local-aws";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const options = new Command("local-aws")
  .description("Starts a local AWS in the foreground and prints the environment that points to it. Ctrl-C ends it.")
  .option("--port <number>", "port of the endpoint (default: a free one)", port)
  .addOption(new Option("--account <id>", "account that plain credentials belong to").argParser(account))
  .addOption(new Option("--endpoint <url>", "stand before another local AWS, not moto").conflicts("account"))
  .allowExcessArguments(false)
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .parse()
  .opts<{ port?: number; account?: string; endpoint?: string }>();

const starting = new AbortController();
const interrupted = new Promise<void>((resolve) => {
  for (const signal of signals)
    process.on(signal, () => {
      starting.abort();
      resolve();
    });
});

process.stderr.write("starting the local AWS …\n");
const aws = await startLocalAws({ ...options, signal: starting.signal }).catch((error: unknown) => {
  if (starting.signal.aborted) process.exit(0);
  throw error;
});
process.stdout.write(exportLines(aws.environment));
process.stderr.write(`the local AWS listens on ${aws.endpoint}; Ctrl-C ends it\n`);

const gone = await Promise.race([interrupted, aws.ended]);
for (const signal of signals) process.on(signal, () => void aws.stop());
await aws.stop();
if (gone !== undefined) throw new UserError(gone);
process.exit(0);

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65_535)
    throw new InvalidArgumentError("Not a port, 1 to 65535.");
  return value;
}

function account(text: string): string {
  if (!/^\d{12}$/.test(text)) throw new InvalidArgumentError("Not an account: 12 digits.");
  return text;
}
