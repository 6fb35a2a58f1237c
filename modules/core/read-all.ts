import { Fn } from "cdktf";
import type { Contract } from "./contract";
import type { Reading } from "./graph";

/** The outputs of a tier in the way of a host; undefined where it is not there. */
export type OutputsOf = (contract: Contract) => Readonly<Record<string, unknown>> | undefined;

/** All that a tier reads, by its own names for it. */
export function readAll(readings: readonly Reading[], outputsOf: OutputsOf): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  const lists: Record<string, unknown[]> = {};
  for (const { from, names, when } of readings) {
    const outputs = outputsOf(from);
    if (!outputs && when === "always")
      throw new Error(`${from.name} is read, but not placed. Place it in regions/wiring/wire-*.ts.`);
    for (const [own, output] of Object.entries(names)) {
      if (when !== "each") read[own] = outputs?.[output] ?? null;
      else if (outputs) lists[own] = [...(lists[own] ?? []), outputs[output]];
    }
  }
  for (const [own, all] of Object.entries(lists)) read[own] = Fn.concat(all);
  return read;
}
