import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { runChild } from "../../dr/child";
import { type Plan, TerraformRoot } from "../../dr/terraform";
import type { StateLocation } from "../../modules/core/root";
import type { Environment } from "../../regions/environment-schema";
import { stackId, stateLocation } from "../../regions/location";
import { projectRoot } from "../project-root";
import { toolchain } from "../toolchain";
import { awsEnvironment, whichAws } from "./aws-environment";
import { type Decision, decide } from "./decide";
import { localState, remoteState } from "./state";

/** The state root of a region on its way into its own bucket. */
export class RegionState {
  readonly id: string;
  readonly location: StateLocation;
  /** Where the state is until its bucket has it: outside of everything that a build or a clean-up replaces. */
  readonly file: string;
  decision: Decision = "nothing";
  plan?: Plan;

  constructor(environment: Environment, region: string) {
    this.id = stackId(environment.name, region, "state");
    this.location = stateLocation(environment, region, "state");
    this.file = join(projectRoot, "bootstrap-states", whichAws(), `${this.id}.tfstate`);
  }

  async look(): Promise<void> {
    this.decision = decide(
      { ...this.location, file: this.file },
      await remoteState(this.location),
      localState(this.file),
    );
  }

  /** Plans in a synthesized folder, with the state in the local file; gives the plan as Terraform shows it. */
  async planIn(synthesized: string, signal: AbortSignal): Promise<string> {
    const root = this.root(synthesized);
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(
      join(root.folder, "backend_override.tf.json"),
      JSON.stringify({ terraform: { backend: { local: { path: this.file } } } }),
    );
    await root.init(signal);
    this.plan = await root.plan(signal);
    const { terraform } = toolchain();
    const options = { cwd: root.folder, environment: awsEnvironment(), signal };
    return (await runChild(terraform, ["show", "-no-color", this.plan.file], options)).stdout;
  }

  /** Applies the plan, and moves the state into the bucket; the local file goes when the bucket is seen to have it. */
  async make(synthesized: string, signal: AbortSignal): Promise<void> {
    const root = this.root(synthesized);
    if (this.plan) await root.apply(signal, this.plan);
    await root.moveState(signal, "backend");
    await this.look();
    if (this.decision !== "tidy") throw new Error(`${this.id}: the bucket does not have the state after the move.`);
    this.tidy();
  }

  tidy(): void {
    for (const end of ["", ".backup"]) rmSync(`${this.file}${end}`, { force: true });
  }

  private root(synthesized: string): TerraformRoot {
    return new TerraformRoot(join(synthesized, "stacks", this.id), {
      terraform: toolchain().terraform,
      environment: awsEnvironment(),
      logFolder: join(projectRoot, ".cache/bootstrap", whichAws()),
    });
  }
}
