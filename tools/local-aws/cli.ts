import { once } from "node:events";
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { environments } from "../../regions/environments";
import { globalRegion } from "../../regions/schema/aws-regions";
import { liveRegions } from "../../regions/schema/environment";
import { messageOf } from "../../terraform/failures";
import { command } from "../../terraform/process/command";
import type { Call } from "../gate/call-log";
import { changesTo, exportLines } from "./export-lines";
import { startLocalAws } from "./local-aws";
import { runIn } from "./run-in";

interface Options {
  readonly port?: number;
  readonly account?: string;
  readonly endpoint?: string;
  readonly writeEnv?: string;
  readonly log?: boolean;
}

export const localAws = command({
  name: "local-aws",
  about: "Starts a local AWS and prints the environment variables that point to it.",
  details:
    "It stays in the foreground; Ctrl-C stops it. With a command after --, it runs that command in this environment and stops with it.",
  examples: [
    ["local-aws --account 111122223333", "a local AWS whose test credentials belong to dev"],
    ["local-aws --write-env .cache/aws.env", "in another terminal: . .cache/aws.env"],
    ["local-aws --log -- aws ec2 describe-vpcs", "run one command and show the calls that it makes"],
  ],
  exitCodes: { 0: "stopped by Ctrl-C", 1: "it stopped by itself; after --, any code is the command's own" },
  result: z
    .record(z.string(), z.string().nullable())
    .describe("What differs from your environment, by name of the variable; null: unset it."),
  text: exportLines,
  options: (program) =>
    program
      .argument("[command...]", "after --: run it and exit with its code")
      .option("--port <number>", "port of the endpoint (default: a free one)", port)
      .addOption(new Option("--account <id>", "account id that the test credentials belong to").argParser(account))
      .addOption(
        new Option("--endpoint <url>", "put the gate in front of another emulator instead of moto").conflicts(
          "account",
        ),
      )
      .option("--write-env <file>", "also write the variables to a file for a shell; removed at the end")
      .option("--log", "show every call and its status"),
  interrupted: "stopping the local AWS",
  run: async (options: Options, { signal, args, say, show }) => {
    const { writeEnv, log } = options;
    if (writeEnv !== undefined && !existsSync(dirname(writeEnv)))
      throw new UserError(`--write-env: there is no folder ${dirname(writeEnv)}. Name a file in a folder that exists.`);
    say("starting the local AWS …");
    try {
      const aws = await startLocalAws({ ...options, signal });
      const environment = { ...aws.environment, ...inRegion };
      if (log) aws.tell((call) => say(callLine(call)));
      try {
        if (writeEnv !== undefined) writeFor(writeEnv, exportLines(changesTo(environment)));
        if (args.length > 0) return await runIn(environment, args, signal);
        show(changesTo(environment));
        say(`the local AWS listens on ${aws.endpoint}; Ctrl-C ends it`);
        const gone = await Promise.race([aws.ended, interruption(signal)]);
        if (gone !== undefined) throw new UserError(gone);
      } finally {
        await aws.stop();
      }
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    return 0;
  },
});

/** AWS's own command line wants a region; the shop's is the first that is live. */
const shopRegion = environments.flatMap(liveRegions)[0]?.name ?? globalRegion;
const inRegion = { AWS_REGION: shopRegion, AWS_DEFAULT_REGION: shopRegion };

const callLine = ({ time, region = "-", service, action, status, refused, turnedAway }: Call): string =>
  `${new Date(time).toISOString()} ${status ?? "---"} ${region} ${service} ${action}${because(refused?.because ?? turnedAway)}`;

const because = (why: string | undefined): string => (why === undefined ? "" : ` (refused: ${why})`);

/** Writes a file that is gone when this process ends: nothing would listen at what it names. */
function writeFor(file: string, text: string): void {
  try {
    writeFileSync(file, text, { mode: 0o600 });
  } catch (error) {
    throw new UserError(`--write-env: ${file} cannot be written (${messageOf(error)}). Name another file.`);
  }
  process.once("exit", () => rmSync(file, { force: true }));
}

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
