import { z } from "zod";
import type { TerraformRoot, Variables } from "./terraform";

const state = z.object({
  resources: z.array(
    z.object({
      module: z.string().optional(),
      mode: z.string(),
      type: z.string(),
      name: z.string(),
      instances: z.array(
        z.object({ status: z.string().optional(), index_key: z.union([z.string(), z.number()]).optional() }),
      ),
    }),
  ),
});

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
  const { addresses, tainted } = resourcesOf(await root.pullState(signal));
  if (addresses.length === 0) return;
  // Terraform would replace what it was interrupted in, which takes as long as making it.
  for (const address of tainted) await root.untaint(signal, address);
  const targets = addresses.map((address) => `-target=${address}`);
  await root.applyAtOnce(signal, variables, ["-refresh=false", ...targets]);
}

function resourcesOf(pulled: string): { addresses: string[]; tainted: string[] } {
  if (pulled.trim() === "") return { addresses: [], tainted: [] };
  const managed = state
    .parse(JSON.parse(pulled))
    .resources.filter(({ mode }) => mode === "managed")
    .map(({ module, type, name, instances }) => ({
      address: [...(module === undefined ? [] : [module]), type, name].join("."),
      instances,
    }));
  return {
    addresses: managed.map(({ address }) => address),
    tainted: managed.flatMap(({ address, instances }) =>
      instances
        .filter(({ status }) => status === "tainted")
        .map(({ index_key: key }) => (key === undefined ? address : `${address}[${JSON.stringify(key)}]`)),
    ),
  };
}
