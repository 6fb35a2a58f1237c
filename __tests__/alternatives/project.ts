import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recoveryOf, stackId } from "../../regions/wiring/location";
import { contractOf } from "../../regions/wiring/tiers";
import type { Dependent } from "../../terraform/order";
import { readRoots } from "../../terraform/synthesized";
import { copyOfProject, synth } from "../app/project";
import type { Alternative } from "./table";

export const lost = "eu-west-1";
export const target = "eu-central-1";
export const recovery = stackId("dev", target, recoveryOf(lost));

/** What a synth wrote: dev's roots and modules. */
export interface Synthesized {
  readonly out: string;
  readonly roots: readonly Dependent[];
}

/** A copy of the project in which dev differs as alternatives say. */
export class Project {
  private readonly folder = copyOfProject("alternatives");
  private count = 0;

  constructor() {
    const regions = join(this.folder, "regions");
    renameSync(join(regions, "environments.ts"), join(regions, "as-they-are.ts"));
    writeFileSync(join(regions, "environments.ts"), differing);
  }

  /** Synthesizes dev with all that these alternatives say; with none, as it is. */
  async synth(some: readonly Alternative[]): Promise<Synthesized> {
    const out = join(this.folder, `out-${this.count++}`);
    const { exitCode, stderr } = await synth(this.folder, {
      CDKTF_OUTDIR: out,
      DIFFERENCES: JSON.stringify(together(some.map(({ says }) => says))),
      BESIDE: JSON.stringify(some.flatMap(({ beside = [] }) => beside)),
    });
    if (exitCode !== 0) throw new Error(`It does not synthesize:\n${stderr}`);
    return { out, roots: readRoots(out) };
  }
}

const differing = `import { environments as asTheyAre } from "./as-they-are";
import { defineEnvironments } from "./schema/environment-schema";
import { defineRegion } from "./schema/region-schema";

const differences = JSON.parse(process.env.DIFFERENCES ?? "{}");
const beside = JSON.parse(process.env.BESIDE ?? "[]").map(defineRegion);
const dev = asTheyAre.filter(({ name }) => name === "dev");
export const environments = defineEnvironments(
  dev.map((environment) => ({ ...environment, regions: [...beside, ...environment.regions], differences })),
);
`;

type Says = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What several alternatives say, as one. Two that speak of the same field cannot be together. */
export function together(all: readonly Alternative["says"][]): Says {
  const said: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const says of all) {
    for (const [region, tiers] of Object.entries(says)) {
      for (const [tier, fields] of Object.entries<object>(tiers)) {
        said[region] ??= {};
        said[region][tier] ??= {};
        const before = said[region][tier];
        const twice = Object.keys(fields).find((field) => field in before);
        if (twice) throw new Error(`Two alternatives of one root say ${region}.${tier}.${twice}. Put one elsewhere.`);
        Object.assign(before, fields);
      }
    }
  }
  return said;
}

/** These roots and all that must stand before them. */
export function withUpstream(roots: readonly Dependent[], wanted: readonly string[]): Dependent[] {
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
export const rootsOf = ({ says, beside = [] }: Alternative): string[] => {
  const changed = Object.entries<object>(says).flatMap(([region, tiers]) =>
    region === lost ? rootsOfLost(tiers) : liveRootsOf(region, tiers),
  );
  return [...new Set([...changed, ...beside.flatMap((region) => liveRootsOf(region.name, region))])];
};

const rootsOfLost = (tiers: object): string[] =>
  Object.keys(tiers).flatMap((tier) =>
    contractOf(tier)?.scope === "region"
      ? [recovery]
      : [lost, target].flatMap((region) => liveRootsOf(region, { [tier]: {} })),
  );

/** The live roots of the tiers that are spoken of. */
const liveRootsOf = (region: string, tiers: object): string[] =>
  Object.keys(tiers)
    .map((tier) => contractOf(tier))
    .filter((contract) => contract !== undefined)
    .map(({ name, scope }) => stackId("dev", scope === "global" ? "global" : region, name));

/** The modules of a synth, by path, as they are written. */
export const modulesOf = ({ out }: Synthesized): Map<string, string> =>
  new Map(
    readdirSync(join(out, "modules"), { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".tf.json"))
      .map((path) => [path, readFileSync(join(out, "modules", path), "utf8")]),
  );
