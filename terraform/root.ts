import { rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { runTagKey } from "../modules/core/run";
import { type Finished, runChild } from "./process/child";
import { type Backend, type RootFile, readRootFile, regionOf } from "./root-file";
import { type Managed, managedIn } from "./state";
import { userAgentOf } from "./user-agent";

/** Variables of a run, by their Terraform names. */
export type Variables = Readonly<Record<string, string | boolean>>;

/** What a root needs to be run. */
export interface TerraformOptions {
  readonly terraform: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Id of the run whose tag all carries that is made. */
  readonly run?: string;
  /** Where a log of each root is written; none without it. */
  readonly logFolder?: string;
  /** How far its commands give way to what runs beside them. */
  readonly niceness?: number;
  /** Is told of a saved plan before it is applied. */
  applies?(planFile: string): void;
}

/** A saved plan: a file that `apply` takes, and whether it changes anything. */
export interface Plan {
  readonly file: string;
  readonly changes: boolean;
}

/** A synthesized root, and Terraform's commands on it. What is made is applied from a saved plan. */
export class TerraformRoot {
  readonly id: string;
  /** Commands that read a saved plan or the state, and have not ended. */
  private readonly showing = new Set<Promise<unknown>>();

  constructor(
    readonly folder: string,
    private readonly options: TerraformOptions,
  ) {
    this.id = basename(folder);
  }

  /** Whether the root has a variable. */
  declares(variable: string): boolean {
    return variable in this.file.variable;
  }

  /** Where it makes what it makes. */
  get region(): string {
    return regionOf(this.file);
  }

  /** The tags of all that it makes. */
  get tags(): Readonly<Record<string, string>> {
    return this.file.provider?.aws[0].default_tags?.[0]?.tags ?? {};
  }

  /** Where its state is, as it was synthesized. */
  get backend(): Backend {
    const { backend } = this.file.terraform;
    if (!backend) throw new Error(`${this.folder} names no backend.`);
    return backend.s3;
  }

  /** `backend` overrides literal values of the backend, such as the key of a run's own state; one of an earlier init is left. */
  async init(signal: AbortSignal, backend: Readonly<Record<string, string>> = {}): Promise<void> {
    const overrides = Object.entries(backend).map(([name, value]) => `-backend-config=${name}=${value}`);
    await this.terraform(signal, ["init", "-input=false", "-lockfile=readonly", "-reconfigure", ...overrides]);
  }

  /** Moves the state into a local file, or without one from there into the backend that the root names. */
  async moveState(signal: AbortSignal, file?: string): Promise<void> {
    this.keepStateIn(file);
    await this.terraform(signal, ["init", "-input=false", "-lockfile=readonly", "-migrate-state", "-force-copy"]);
  }

  /** Where the next `init` finds the state: in a local file, or without one in the backend that the root names. */
  keepStateIn(file?: string): void {
    const override = join(this.folder, "backend_override.tf.json");
    if (file === undefined) rmSync(override, { force: true });
    else writeFileSync(override, JSON.stringify({ terraform: { backend: { local: { path: file } } } }));
  }

  /** Lets the next plans take in what stands and is in no state, by its address and what it is imported by. */
  importAlso(found: readonly { readonly address: string; readonly id: string }[]): void {
    const file = join(this.folder, "import.tf.json");
    if (found.length === 0) rmSync(file, { force: true });
    else writeFileSync(file, JSON.stringify({ import: found.map(({ address, id }) => ({ to: address, id })) }));
  }

  /**
   * A saved plan has secrets in clear: nobody else may read it, and it is removed by `apply` or `discard`.
   *
   * `readOnly` takes no lock: for a plan that is only looked at, which must not be in anybody's way. Without `refresh` the
   * state is taken for true, as right after an apply.
   */
  async plan(signal: AbortSignal, variables: Variables = {}, { readOnly = false, refresh = true } = {}): Promise<Plan> {
    const file = join(this.folder, "apply.tfplan");
    // Terraform would make it readable to everybody; it keeps the mode of a file that is there.
    rmSync(file, { force: true });
    writeFileSync(file, "", { mode: 0o600 });
    const how = [`-out=${file}`, `-lock=${!readOnly}`, `-refresh=${refresh}`, ...parallel, ...variableFlags(variables)];
    try {
      const { exitCode } = await this.terraform(signal, ["plan", "-input=false", "-detailed-exitcode", ...how], [0, 2]);
      return { file, changes: exitCode === 2 };
    } catch (error) {
      rmSync(file, { force: true });
      throw error;
    }
  }

  /** Whether a plan changes anything; keeps no plan. */
  async wouldChange(...[signal, variables, how]: Parameters<TerraformRoot["plan"]>): Promise<boolean> {
    const plan = await this.plan(signal, variables, how);
    await this.discard(plan);
    return plan.changes;
  }

  async apply(signal: AbortSignal, plan: Plan): Promise<void> {
    this.options.applies?.(plan.file);
    try {
      await this.terraform(signal, ["apply", "-input=false", ...parallel, plan.file]);
    } finally {
      await this.discard(plan);
    }
  }

  /** Removes a saved plan, as soon as nothing shows it any more. */
  async discard({ file }: Plan): Promise<void> {
    await Promise.allSettled(this.showing);
    rmSync(file, { force: true });
  }

  /** Applies without a plan to look at first; `flags` narrow what. */
  async applyAtOnce(signal: AbortSignal, variables: Variables, flags: readonly string[]): Promise<void> {
    const how = ["-input=false", "-auto-approve", ...parallel];
    await this.terraform(signal, ["apply", ...how, ...flags, ...variableFlags(variables)]);
  }

  /** Destroys what the state has: to read it all anew first would only take time. */
  async destroy(signal: AbortSignal, variables: Variables = {}): Promise<void> {
    await this.applyAtOnce(signal, variables, ["-destroy", "-refresh=false"]);
  }

  /** A saved plan, or without one the state, as Terraform's JSON. */
  async show(signal: AbortSignal, plan?: Plan): Promise<unknown> {
    const shown = this.terraform(signal, ["show", "-json", ...(plan ? [plan.file] : [])]);
    this.showing.add(shown);
    try {
      return JSON.parse((await shown).stdout);
    } finally {
      this.showing.delete(shown);
    }
  }

  /** A saved plan, as Terraform shows it to people. */
  async showText(signal: AbortSignal, plan: Plan): Promise<string> {
    return (await this.terraform(signal, ["show", "-no-color", plan.file])).stdout;
  }

  /** What its state manages; nothing where there is none. */
  async managed(signal: AbortSignal): Promise<Managed[]> {
    const { stdout } = await this.terraform(signal, ["state", "pull"]);
    return stdout.trim() === "" ? [] : managedIn(stdout);
  }

  /** Stores a state that is in a file of the root's folder where its backend has it; refused where that has a newer one. */
  async pushState(signal: AbortSignal, file: string): Promise<void> {
    await this.terraform(signal, ["state", "push", file]);
  }

  /** Takes back that a resource is to be replaced because making it did not end well. */
  async untaint(signal: AbortSignal, address: string): Promise<void> {
    await this.terraform(signal, ["untaint", address]);
  }

  async outputs(signal: AbortSignal): Promise<Record<string, unknown>> {
    const { stdout } = await this.terraform(signal, ["output", "-json"]);
    const outputs: Record<string, { value: unknown }> = JSON.parse(stdout);
    return Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]));
  }

  private get file(): RootFile {
    return readRootFile(this.folder);
  }

  private terraform(signal: AbortSignal, [command = "", ...args]: string[], expected = [0]): Promise<Finished> {
    const { terraform, environment, run, logFolder, niceness } = this.options;
    const quiet = ["show", "output", "state"].includes(command);
    return runChild(terraform, [command, ...(quiet ? args : ["-no-color", ...args])], {
      cwd: this.folder,
      environment: {
        GOGC: collectSeldom,
        TF_APPEND_USER_AGENT: userAgentOf({ command, root: this.id }),
        ...environment,
        ...(run === undefined ? {} : { [runTagVariable]: run }),
      },
      signal,
      expected,
      niceness,
      ...(quiet || logFolder === undefined ? {} : { logFile: join(logFolder, `${this.id}.log`) }),
    });
  }
}

/** The provider adds its value to the tags of all that it makes. */
const runTagVariable = `TF_AWS_DEFAULT_TAGS_${runTagKey}`;

/** Terraform and the provider read its schema in every command: a fifth less CPU for a tenth more memory. */
export const collectSeldom = "400";

/** Most of an apply is waiting inside the provider, so the default of 10 would only queue the waits. */
const parallel = ["-parallelism=40"];

/** Variables as Terraform's command line takes them. */
const variableFlags = (variables: Variables): string[] =>
  Object.entries(variables).map(([name, value]) => `-var=${name}=${value}`);
