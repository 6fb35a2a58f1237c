import { Command as Commander, CommanderError } from "commander";
import type { ZodType } from "zod";
import { UserError } from "../../modules/core/user-error";
import { messageOf } from "../failures";
import { ChildFailed } from "./child";
import { columns } from "./columns";
import { confirm } from "./confirm";
import { heedEndpoint } from "./environments";
import { listen } from "./interrupts";
import { jsonText } from "./json-text";
import { tell } from "./live";
import { machineError } from "./machine-error.mjs";
import { Progress } from "./progress";
import { withoutControls } from "./without-controls";

/** A command of the project: how it is called, what it does, and what it gives. */
export interface CommandOf<Options extends object, Result> {
  readonly name: string;
  /** What it does, in one sentence, for its help. */
  readonly about: string;
  /** What else its users must know, in its help. */
  readonly details?: string;
  /** Adds its options and arguments. */
  readonly options?: (command: Commander) => Commander;
  /** How it is called, without `./shop`, and what that does. */
  readonly examples: readonly (readonly [call: string, what: string])[];
  /** What its exit codes mean, where they say more than that all is well, or that something failed. */
  readonly exitCodes?: Partial<Record<0 | 1, string>>;
  /** Its result, as `--json` prints it; `z.never()` where it only starts another program. */
  readonly result: ZodType<Result>;
  /** Its result for people; empty where there is nothing to say. */
  readonly text: (result: Result, options: Options) => string;
  /** Whether its arguments are all another program's, so that it has no options itself. */
  readonly passesThrough?: boolean;
  /** What goes on after the first Ctrl-C, in words; without them, that ends the process. */
  readonly interrupted?: string;
  /** Whether it asks before it acts: `--yes` answers. */
  readonly confirms?: boolean;
  /** What `--dry-run` does instead; the command has that option then. */
  readonly dryRun?: string;
  /** Does it, and gives the exit code: 0 where all is well, 1 where something was found. */
  run(options: Options & { readonly dryRun?: boolean }, terminal: Terminal<Result>): Promise<number> | number;
}

/** Where a command is run from. */
export interface Terminal<Result> {
  /** Aborts when the command is interrupted. */
  readonly signal: AbortSignal;
  /** The arguments that are not options. */
  readonly args: readonly string[];
  /** Shows on stderr what takes longer, step by step. */
  readonly progress: Progress;
  /** Tells what is going on, on stderr, unless it is to be quiet. */
  say(line: string): void;
  /** Tells, on stderr, what nobody must miss. */
  warn(line: string): void;
  /** Throws where there is nobody to ask whether something may be done, and no `--yes`. */
  refuseUnasked(what: string): void;
  /** Asks whether something may be done; throws where there is nobody to ask and no `--yes`. */
  agree(what: string): Promise<boolean>;
  /** Gives the result, once, on stdout: for people, or as JSON. */
  show(result: Result): void;
}

/** A declared command, whatever its options and its result. */
export interface Command {
  readonly name: string;
  readonly about: string;
  readonly result: ZodType;
  /** What `--help` says. */
  help(): string;
  /**
   * Runs it, and ends the process: with 0 where all is well, 1 where something was found or failed, and 2 where it could
   * not run, because of what the user gave or has. What went wrong is printed, with a stack if nobody has foreseen it.
   */
  run(args: readonly string[]): Promise<never>;
}

/** Declares a command. */
export const command = <Options extends object, Result>(declared: CommandOf<Options, Result>): Command => ({
  name: declared.name,
  about: declared.about,
  result: declared.result,
  help: () => programOf(declared).helpInformation(),
  run: (args) => run(declared, args),
});

/** The options that every command has, and those that ask or write. */
interface Common {
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly color?: boolean;
  readonly yes?: boolean;
  readonly dryRun?: boolean;
}

async function run<Options extends object, Result>(
  declared: CommandOf<Options, Result>,
  args: readonly string[],
): Promise<never> {
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true"; // AWS says it once a process, on Node.js 20
  heedEndpoint();
  const { interrupted } = declared;
  const warn = (line: string): void => tell(`${withoutControls(line)}\n`);
  let signal = new AbortController().signal;
  try {
    const program = programOf(declared);
    program.parse(args, { from: "user" });
    const options = program.opts<Options & Common>();
    if (options.color === false) process.env.NO_COLOR = "1";
    if (interrupted !== undefined) signal = listen({ first: interrupted });
    const terminal = { signal, args: program.args, warn, ...voices(declared, options, signal) };
    process.exit(await declared.run(options, terminal));
  } catch (thrown) {
    if (thrown instanceof CommanderError) process.exit(thrown.exitCode === 0 ? 0 : 2);
    const machine = machineError(thrown);
    const error = machine === undefined ? thrown : new UserError(machine);
    warn(`error: ${signal.aborted || isForeseen(error) ? messageOf(error) : stackOf(error)}`);
    process.exit(error instanceof UserError ? 2 : 1);
  }
}

function voices<Options extends object, Result>(
  { result: shape, text }: CommandOf<Options, Result>,
  options: Options & Common,
  signal: AbortSignal,
): Pick<Terminal<Result>, "progress" | "say" | "agree" | "refuseUnasked" | "show"> {
  const { json, quiet, yes } = options;
  const print = (lines: string): void => void (lines && process.stdout.write(`${lines}\n`));
  const refuseUnasked = (what: string): void => {
    if (!yes && !process.stdin.isTTY)
      throw new UserError(`There is no terminal to ask on. Add --yes to ${what} without asking.`);
  };
  return {
    progress: new Progress({ quiet: quiet ?? false }),
    say: (line) => void (quiet || tell(`${withoutControls(line)}\n`)),
    show: (result) => print(json ? jsonText(shape.parse(result), 2) : withoutControls(text(result, options)).trimEnd()),
    refuseUnasked,
    agree: async (what) => {
      refuseUnasked(what);
      return yes ?? confirm(what, signal);
    },
  };
}

function programOf<Options extends object, Result>(declared: CommandOf<Options, Result>): Commander {
  const { name, about, details, options, examples, exitCodes, confirms, dryRun, passesThrough = false } = declared;
  const program = new Commander(`./shop ${name}`)
    .description(details === undefined ? about : `${about}\n\n${details}`)
    .allowExcessArguments(false)
    .configureHelp({ helpWidth: 100 })
    .exitOverride();
  options?.(program);
  program.helpOption("-h, --help", "print this and do nothing else");
  if (!passesThrough) {
    if (confirms) program.option("--yes", "answer yes instead of asking");
    if (dryRun !== undefined) program.option("--dry-run", dryRun);
    program
      .option("--json", `print the result as JSON (docs/schemas/${name}.json)`)
      .option("--quiet", "print only the result and errors")
      .option("--no-color", "print without colors");
  }
  const codes = { 0: "all is well", 1: "it failed", ...exitCodes, 2: "it could not start; nothing was done" };
  const after = [
    "",
    "Examples:",
    columns(examples.map(([call, what]) => [`  ./shop ${call}`, what])),
    "",
    "Exit codes:",
    ...Object.entries(codes).map(([code, meaning]) => `  ${code}  ${meaning}`),
    "",
  ];
  const own = program.helpInformation.bind(program);
  program.helpInformation = (context) => `${own(context).trimEnd()}\n${after.join("\n")}`;
  return program;
}

const isForeseen = (error: unknown): boolean =>
  error instanceof UserError ||
  error instanceof ChildFailed ||
  (error instanceof AggregateError && error.errors.every(isForeseen));

const stackOf = (error: unknown): string => (error instanceof Error && error.stack) || String(error);
