import { once } from "node:events";
import { InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { command } from "../../terraform/process/command";
import { exportLines } from "./export-lines";
import { startLocalAws } from "./local-aws";

interface Options {
  readonly port?: number;
  readonly account?: string;
  readonly endpoint?: string;
}

export const localAws = command({
  name: "local-aws",
  about: "Starts a local AWS and prints the environment variables that point to it.",
  details: "It stays in the foreground; Ctrl-C stops it.",
  examples: [["local-aws --account 111122223333", "a local AWS whose test credentials belong to dev"]],
  exitCodes: { 0: "stopped by Ctrl-C", 1: "it stopped by itself" },
  result: z.record(z.string(), z.string()).describe("The environment that points to it, by name of the variable."),
  text: (environment) => exportLines(environment),
  options: (program) =>
    program
      .option("--port <number>", "port of the endpoint (default: a free one)", port)
      .addOption(new Option("--account <id>", "account id that the test credentials belong to").argParser(account))
      .addOption(
        new Option("--endpoint <url>", "put the gate in front of another emulator instead of moto").conflicts(
          "account",
        ),
      ),
  interrupted: "stopping the local AWS",
  run: async (options: Options, { signal, say, show }) => {
    say("starting the local AWS …");
    try {
      const aws = await startLocalAws({ ...options, signal });
      show(aws.environment);
      say(`the local AWS listens on ${aws.endpoint}; Ctrl-C ends it`);
      const gone = await Promise.race([aws.ended, interruption(signal)]);
      await aws.stop();
      if (gone !== undefined) throw new UserError(gone);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return 0;
  },
});

async function interruption(signal: AbortSignal): Promise<undefined> {
  if (!signal.aborted) await once(signal, "abort");
}

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
