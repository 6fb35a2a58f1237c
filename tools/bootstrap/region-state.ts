import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Environment } from "../../regions/schema/environment";
import { stackId, stateLocation } from "../../regions/wiring/location";
import { projectRoot } from "../../terraform/project-root";
import { whichAws } from "./aws-environment";
import { type Decision, decide } from "./decide";
import { localState, remoteState, type StateLocation } from "./state";
import { terraform } from "./terraform";

const planFile = "apply.tfplan";

/** The state root of a region on its way into its own bucket. */
export class RegionState {
  readonly id: string;
  readonly location: StateLocation;
  /** Where the state is until its bucket has it: outside of everything that a build or a clean-up replaces. */
  readonly file: string;
  decision: Decision = "nothing";

  constructor(environment: Environment, region: string) {
    this.id = stackId(environment.name, region, "state");
    this.location = stateLocation(environment, region, "state");
    this.file = join(projectRoot, "bootstrap-states", whichAws(), `${this.id}.tfstate`);
  }

  async look(): Promise<void> {
    const [remote, local] = [await remoteState(this.location), localState(this.file)];
    this.decision = decide({ ...this.location, file: this.file }, remote, local);
  }

  /** Plans in a synthesized folder, with the state in the local file; gives the plan as Terraform shows it. */
  async planIn(synthesized: string, signal: AbortSignal): Promise<string> {
    const folder = this.root(synthesized);
    const local = { terraform: { backend: { local: { path: this.file } } } };
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(join(folder, overrideFile), JSON.stringify(local));
    await terraform(folder, signal, "init", ...quiet);
    await terraform(folder, signal, "plan", "-input=false", "-no-color", `-out=${planFile}`);
    return terraform(folder, signal, "show", "-no-color", planFile);
  }

  /** Applies the plan, and moves the state into the bucket; the local file goes when the bucket is seen to have it. */
  async make(synthesized: string, signal: AbortSignal): Promise<void> {
    const folder = this.root(synthesized);
    await terraform(folder, signal, "apply", "-input=false", "-no-color", planFile);
    rmSync(join(folder, overrideFile));
    await terraform(folder, signal, "init", ...quiet, "-migrate-state", "-force-copy");
    await this.look();
    if (this.decision !== "tidy") throw new Error(`${this.id}: the bucket does not have the state after the move.`);
    this.tidy();
  }

  tidy(): void {
    for (const end of ["", ".backup"]) rmSync(`${this.file}${end}`, { force: true });
  }

  private root(synthesized: string): string {
    return join(synthesized, "stacks", this.id);
  }
}

const overrideFile = "backend_override.tf.json";
const quiet = ["-input=false", "-no-color", "-lockfile=readonly"];
