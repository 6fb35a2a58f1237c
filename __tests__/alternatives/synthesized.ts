import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { everywhere, recoveryOf, stackId } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import type { Dependent } from "../../terraform/order";
import { readRoots, type SynthesizedRoot } from "../../terraform/synthesized";
import { once } from "../support/once";
import { type Composition, synthesize } from "./project";
import { type Alternative, alternatives, appliedIn, appliedRoots } from "./table";

export const lost = "eu-west-1";
export const target = "eu-central-1";

/** What a composition is called: as dev is, as one alternative has it, or as a root applies several. */
const named: readonly (readonly [string, readonly Alternative[]])[] = [
  ["as it is", []],
  ...alternatives.map((one) => [one.name, [one]] as const),
  ...appliedRoots.map((which) => [which, appliedIn(which)] as const),
];

// AWS limits the length of names, so an environment has two letters.
const letters = (index: number): string =>
  String.fromCharCode(97 + Math.floor(index / 26)) + String.fromCharCode(97 + (index % 26));

const compositions = new Map<string, Composition>(
  named.map(([name, some], index) => [
    name,
    { environment: letters(index), account: String(444455550000 + index), alternatives: some },
  ]),
);

/** An environment as it was synthesized: its roots, and the modules that they call. */
export interface Synthesized {
  readonly environment: string;
  readonly account: string;
  /** The folder of all environments. */
  readonly out: string;
  readonly recovery: string;
  readonly roots: readonly SynthesizedRoot[];
}

/** The composition of that name. All are synthesized together, once for all tests. */
export function synthesizedAs(name: string): Synthesized {
  const composition = compositions.get(name);
  if (!composition) throw new Error(`There is no composition "${name}".`);
  const out = once("alternatives", (folder) => synthesize([...compositions.values()], folder));
  const { environment, account } = composition;
  return {
    environment,
    account,
    out,
    recovery: recoveryIn(environment),
    roots: readRoots(out).filter(({ id }) => id.startsWith(`${environment}-`)),
  };
}

const recoveryIn = (environment: string): string => stackId(environment, target, recoveryOf(lost));

/** These roots and all that must stand before them. */
export function withUpstream<T extends Dependent>(roots: readonly T[], wanted: readonly string[]): T[] {
  const found = new Set<string>();
  const take = (id: string): void => {
    const one = roots.find((root) => root.id === id);
    if (!one) throw new Error(`There is no root ${id}.`);
    if (found.has(id)) return;
    found.add(id);
    one.dependencies.forEach(take);
  };
  wanted.forEach(take);
  return roots.filter(({ id }) => found.has(id));
}

/**
 * The roots that an alternative shows in: the recovery of the lost region, or the live roots of the tiers elsewhere.
 *
 * What the lost region says of a tier that it has before a loss shows in the target, too, where copies go.
 */
export function rootsOf(environment: string, { says, beside = [] }: Alternative): string[] {
  const liveIn = liveRoots(environment);
  const ofLost = (tiers: object): string[] =>
    Object.keys(tiers).flatMap((tier) =>
      contractOf(tier)?.scope === "region"
        ? [recoveryIn(environment)]
        : [lost, target].flatMap((region) => liveIn(region, { [tier]: {} })),
    );
  const changed = Object.entries<object>(says).flatMap(([region, tiers]) =>
    region === lost ? ofLost(tiers) : liveIn(region, tiers),
  );
  return [...new Set([...changed, ...beside.flatMap((region) => liveIn(region.name, region))])];
}

/** The live roots of the tiers that an alternative says something of. */
export const liveRootsOf = (environment: string, { says, beside = [] }: Alternative): string[] => [
  ...new Set(
    [...Object.entries<object>(says), ...beside.map((region) => [region.name, region] as const)].flatMap(
      ([region, tiers]) => liveRoots(environment)(region, tiers),
    ),
  ),
];

const liveRoots =
  (environment: string) =>
  (region: string, tiers: object): string[] =>
    Object.keys(tiers)
      .map((tier) => contractOf(tier))
      .filter((contract) => contract !== undefined)
      .map(({ name, scope }) => stackId(environment, scope === "global" ? everywhere : region, name));

/** The modules of an environment, by region, tier and file, as they are written. */
export function modulesOf({ out, environment }: Pick<Synthesized, "out" | "environment">): Map<string, string> {
  const folder = join(out, "modules", environment);
  return new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tf.json"))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
}
