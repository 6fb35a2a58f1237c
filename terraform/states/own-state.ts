import { rmSync } from "node:fs";
import { dirname } from "node:path";
import { ephemeralVariables, makeEphemeral } from "../make-ephemeral";
import { makeFolder } from "../make-folder";
import type { Dependent } from "../order";
import type { Plan, TerraformRoot } from "../root";
import { type Decision, decide } from "./decide";
import { type Clients, lostOf } from "./lost";
import { localState, remoteState } from "./stored";

/** Where the state of a root that makes its own bucket can be. */
export interface Homes {
  /** Until the bucket has it: outside of everything that a build or a clean-up replaces. */
  readonly file: string;
  clients(region: string): Clients;
}

/** The state of a root that makes the very bucket which that state is kept in. */
export class OwnState implements Dependent {
  readonly id: string;
  readonly dependencies = [];
  private planned: Plan | undefined;

  constructor(
    readonly root: TerraformRoot,
    private readonly homes: Homes,
  ) {
    this.id = root.id;
  }

  get url(): string {
    const { bucket, key } = this.root.backend;
    return `s3://${bucket}/${key}`;
  }

  /** What is to do for it. */
  async look(): Promise<Decision> {
    const { backend } = this.root;
    const { file, clients } = this.homes;
    return decide({ ...backend, file }, await remoteState(clients(backend.region).s3, backend), localState(file));
  }

  /** Plans with the state in the local file; gives the plan as Terraform shows it to people. */
  async plan(signal: AbortSignal): Promise<string> {
    const { file } = this.homes;
    makeFolder(dirname(file));
    this.root.keepStateIn(file);
    await this.root.init(signal);
    this.planned = await this.plannedWithLost(signal);
    return this.root.showText(signal, this.planned);
  }

  /** A plan that takes in what an earlier one made without getting to know it. */
  private async plannedWithLost(signal: AbortSignal): Promise<Plan> {
    const { root, homes } = this;
    root.importAlso([]);
    const plan = await root.plan(signal);
    const lost = await lostOf(await root.show(signal, plan), root.tags, homes.clients(root.region));
    if (lost.length === 0) return plan;
    await root.discard(plan);
    root.importAlso(lost);
    return root.plan(signal);
  }

  /** Applies the plan, and moves the state into the bucket; the local file goes when the bucket is seen to have all of it. */
  async make(signal: AbortSignal): Promise<void> {
    if (!this.planned) throw new Error(`${this.id} was not planned.`);
    await this.root.apply(signal, this.planned);
    // Where somebody else has stored one by now, ours must not be written over it.
    if ((await this.look()) === "make") await this.root.moveState(signal);
    if ((await this.look()) !== "tidy")
      throw new Error(`${this.id}: ${this.url} does not have the state after the move.`);
    this.tidy();
  }

  /** The way back: the state moves out of the bucket into the local file, then the bucket can go, and the file at last. */
  async unmake(signal: AbortSignal): Promise<void> {
    const { file } = this.homes;
    makeFolder(dirname(file));
    await this.root.moveState(signal, file);
    const variables = ephemeralVariables(this.root);
    await makeEphemeral(this.root, signal, variables);
    await this.root.destroy(signal, variables);
    this.tidy();
  }

  /** Removes the local file, once the bucket has what it has. */
  tidy(): void {
    for (const end of ["", ".backup"]) rmSync(`${this.homes.file}${end}`, { force: true });
  }
}
