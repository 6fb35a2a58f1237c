import { z } from "zod";
import type { TerraformRoot, Variables } from "./root";

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
  const managed = await managedBy(root, signal);
  if (managed.length === 0) return;
  // Terraform would replace what it was interrupted in, which takes as long as making it.
  for (const { tainted } of managed) for (const address of tainted) await root.untaint(signal, address);
  const targets = managed.map(({ address }) => `-target=${address}`);
  await root.applyAtOnce(signal, variables, ["-refresh=false", ...targets]);
}

interface Managed {
  readonly address: string;
  /** Those of its instances that Terraform was interrupted in. */
  readonly tainted: readonly string[];
}

/** What the state of a root manages; nothing where there is none. */
export async function managedBy(root: TerraformRoot, signal: AbortSignal): Promise<Managed[]> {
  const pulled = await root.pullState(signal);
  if (pulled.trim() === "") return [];
  return state
    .parse(JSON.parse(pulled))
    .resources.filter(({ mode }) => mode === "managed")
    .map(({ module, type, name, instances }) => {
      const address = [...(module === undefined ? [] : [module]), type, name].join(".");
      const tainted = instances.filter(({ status }) => status === "tainted");
      return {
        address,
        tainted: tainted.map(({ index_key: key }) =>
          key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
        ),
      };
    });
}
