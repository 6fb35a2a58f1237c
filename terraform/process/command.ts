import { Command } from "commander";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../failures";
import { ChildFailed } from "./child";
import { listen } from "./interrupts";

/** A command of the project: how it is called, and what it does. */
export interface CommandOf<T> {
  readonly name: string;
  /** What it does, for its help. */
  readonly about: string;
  /** Adds its options and arguments. */
  readonly options?: (command: Command) => Command;
  /** What goes on after the first Ctrl-C, in words; without them, that ends the process. */
  readonly interrupted?: string;
  /** Does it, and gives the exit code: 0 where all is well, 1 where something was found. Nothing is 0. */
  run(options: T, terminal: Terminal): Promise<number | undefined> | number | undefined;
}

/** Where a command is run from. */
export interface Terminal {
  /** Aborts when the command is interrupted. */
  readonly signal: AbortSignal;
  /** The arguments that are not options. */
  readonly args: readonly string[];
  /** Tells what is going on, on stderr. */
  say(line: string): void;
  /** Gives a result, on stdout. */
  show(result: string): void;
}

/**
 * Runs a command, and ends the process: with 0 where all is well, 1 where something was found or failed, and 2 where it
 * could not run, because of what the user gave or has. What went wrong is printed, with a stack if nobody has foreseen it.
 */
export async function command<T extends object>({
  name,
  about,
  options,
  interrupted,
  run,
}: CommandOf<T>): Promise<void> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // AWS says it once a process, on Node.js 20
  const program = new Command(name)
    .description(about)
    .allowExcessArguments(false)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));
  options?.(program);
  const given = program.parse().opts<T>();
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const signal = interrupted === undefined ? new AbortController().signal : listen({ first: interrupted });
  try {
    const show = (result: string): void => void process.stdout.write(`${result}\n`);
    process.exit((await run(given, { signal, args: program.args, say, show })) ?? 0);
  } catch (error) {
    say(`error: ${signal.aborted || isForeseen(error) ? messageOf(error) : stackOf(error)}`);
    process.exit(error instanceof UserError ? 2 : 1);
  }
}

const isForeseen = (error: unknown): boolean =>
  error instanceof UserError ||
  error instanceof ChildFailed ||
  (error instanceof AggregateError && error.errors.every(isForeseen));

const stackOf = (error: unknown): string => (error instanceof Error && error.stack) || String(error);
