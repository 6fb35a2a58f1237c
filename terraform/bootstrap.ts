import { makeEphemeral } from "./make-ephemeral";
import type { TerraformRoot, Variables } from "./root";

/** Makes a state root whose state cannot be in its bucket yet: applied with local state, which then moves into the bucket. */
export async function bootstrap(root: TerraformRoot, signal: AbortSignal): Promise<void> {
  root.useBackend("local");
  await root.init(signal);
  await root.apply(signal, await root.plan(signal));
  await root.moveState(signal, "backend");
}

/** The way back: the state moves out of the bucket, then the bucket can go. */
export async function unbootstrap(root: TerraformRoot, signal: AbortSignal, variables: Variables): Promise<void> {
  await root.moveState(signal, "local");
  await makeEphemeral(root, signal, variables);
  await root.destroy(signal, variables);
}
