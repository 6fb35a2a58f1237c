import type { TerraformRoot, Variables } from "./root";

/** The variables that take a root's protections off; none where it has none. */
export const ephemeralVariables = (root: TerraformRoot): Variables =>
  root.declares("ephemeral") ? { ephemeral: true } : {};

/**
 * One apply that takes the protections off what there is of a root, so that it can be destroyed.
 *
 * Only what its state has is a target: after a failed or interrupted apply, the rest must not be made first.
 */
export async function makeEphemeral(root: TerraformRoot, signal: AbortSignal, variables: Variables): Promise<void> {
  if (Object.keys(variables).length === 0) return;
  const managed = await root.managed(signal);
  if (managed.length === 0) return;
  // Terraform would replace what it was interrupted in, which takes as long as making it.
  for (const { address, tainted } of managed) if (tainted) await root.untaint(signal, address);
  const targets = managed.map(({ address }) => `-target=${address}`);
  await root.applyAtOnce(signal, variables, ["-refresh=false", ...targets]);
}
