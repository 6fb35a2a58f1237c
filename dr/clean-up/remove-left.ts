import { join } from "node:path";
import { ephemeralVariables, makeEphemeral } from "../../terraform/make-ephemeral";
import { inOrder, reversed } from "../../terraform/order";
import { childEnvironment } from "../../terraform/process/environments";
import { tellOf } from "../../terraform/process/progress";
import { TerraformRoot } from "../../terraform/root";
import { OwnState } from "../../terraform/states/own-state";
import { toolchain } from "../../terraform/toolchain";
import type { GatedAws } from "../../tools/gate/gated-aws";
import { startLocalAws } from "../../tools/local-aws/local-aws";
import { breakLock, runStateKey } from "../account/run-states";
import { type Aws, connect } from "../aws";
import { type Left, rememberLeft } from "../left";
import { Made } from "../made";
import type { At } from "../step";
import { variablesOf } from "../steps/recover";
import { takeBack } from "../take-back";

/**
 * Removes what a drill that was stopped has left in another local AWS, with the roots in its work folder: first what
 * stands, in the opposite order of how it was built, then the buckets of the states, then the snapshots.
 *
 * What is removed is forgotten, so that another clean-up goes on where this one ended.
 */
export async function removeLeft(workFolder: string, left: Left, at: At): Promise<void> {
  const gate = await startLocalAws({ endpoint: left.endpoint, signal: at.signal });
  try {
    await new Removal(workFolder, left, gate).run(at);
  } finally {
    await gate.stop();
  }
}

class Removal {
  constructor(
    private readonly workFolder: string,
    private left: Left,
    private readonly gate: GatedAws,
  ) {}

  async run(at: At): Promise<void> {
    const { signal } = at;
    const { roots, run } = this.left;
    const isState = ({ id }: { id: string }): boolean => id.endsWith("-state");
    const destroyed = (id: string, destroy: () => Promise<void>): Promise<void> =>
      tellOf(at, { root: id, doing: "destroying", done: "destroyed" }, async () => {
        await destroy();
        this.forget({ roots: this.left.roots.filter((root) => root.id !== id) });
      });
    at.say({ roots: roots.length });
    await inOrder(reversed(roots.filter((root) => !isState(root))), 4, ({ id, folder }) =>
      destroyed(id, () => this.destroy(this.root(folder), signal)),
    );
    await inOrder(roots.filter(isState), 4, ({ id, folder }) =>
      destroyed(id, async () => {
        const root = this.root(folder);
        await breakLock(this.aws(root.backend.region), root.backend);
        const file = join(this.workFolder, "states", `${id}.tfstate`);
        await new OwnState(root, { file, clients: (region) => this.aws(region) }).unmake(signal);
      }),
    );
    const made = new Made(async (things) => this.forget({ made: [...things] }), this.left.made);
    await takeBack(made, { run, aws: (region) => this.aws(region) }, at);
  }

  private async destroy(root: TerraformRoot, signal: AbortSignal): Promise<void> {
    const { run, snapshotArn } = this.left;
    if (root.declares("snapshot_arn")) {
      const { backend } = root;
      const key = runStateKey({ name: backend.key.split("/")[0] ?? "" }, backend.region, run);
      await breakLock(this.aws(backend.region), { ...backend, key });
      return root.destroy(signal, variablesOf(run, snapshotArn ?? ""));
    }
    await breakLock(this.aws(root.backend.region), root.backend);
    const variables = ephemeralVariables(root);
    await makeEphemeral(root, signal, variables);
    await root.destroy(signal, variables);
  }

  private forget(removed: Partial<Left>): void {
    this.left = { ...this.left, ...removed };
    rememberLeft(this.workFolder, this.left);
  }

  private root(folder: string): TerraformRoot {
    return new TerraformRoot(folder, {
      terraform: toolchain().terraform,
      run: this.left.run,
      environment: childEnvironment(this.gate.environment),
      logFolder: join(this.workFolder, "logs"),
    });
  }

  private aws(region: string): Aws {
    return connect(this.gate.environment, region);
  }
}
