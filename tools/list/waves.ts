import type { Dependent } from "../../terraform/order";

/** For each the first wave that it can be in: one after the last of those that it waits for. */
export function wavesOf(all: readonly Dependent[]): Map<string, number> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const waves = new Map<string, number>();
  const waveOf = (id: string): number => {
    const known = waves.get(id);
    if (known !== undefined) return known;
    const wave = 1 + Math.max(0, ...(byId.get(id)?.dependencies ?? []).map(waveOf));
    waves.set(id, wave);
    return wave;
  };
  for (const { id } of all) waveOf(id);
  return waves;
}
