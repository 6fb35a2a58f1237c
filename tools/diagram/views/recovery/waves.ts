import { wavesOf } from "../../../../terraform/order";
import type { Recovery } from "../../estate/estate";

/** The tiers of a recovery in the order in which they are made: those of one wave side by side, after all that they read. */
export function tierWaves({ calls }: Recovery): string[][] {
  const tiers = Object.entries(calls).map(([id, given]) => ({ id, dependencies: readBy(id, given) }));
  const waves = wavesOf(tiers);
  const last = Math.max(0, ...waves.values());
  return Array.from({ length: last }, (_, at) => tiers.map(({ id }) => id).filter((id) => waves.get(id) === at + 1));
}

/** The tiers whose outputs a module is called with: `${module.network.vpc_id}`. */
const readBy = (id: string, given: unknown): string[] => [
  ...new Set(
    [...JSON.stringify(given).matchAll(/\bmodule\.(\w+)\./g)]
      .map(([, name = ""]) => name)
      .filter((name) => name !== id),
  ),
];
