import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { copyOfProject, removeCopies, synthSync } from "../app/project";
import type { Alternative } from "./table";

/** An environment that is like dev, but for what some alternatives say, and the role of drills, which is in dev alone. */
export interface Composition {
  readonly environment: string;
  readonly account: string;
  readonly alternatives: readonly Alternative[];
}

/** Synthesizes all of them at once into a folder, in a copy of the project that has no other environments. */
export function synthesize(compositions: readonly Composition[], out: string): void {
  try {
    const folder = copyOfProject("alternatives");
    const regions = join(folder, "regions");
    renameSync(join(regions, "environments.ts"), join(regions, "as-they-are.ts"));
    writeFileSync(join(regions, "environments.ts"), environments);
    // Their accounts are none of the example's, so nothing of the example's may be left.
    const organization = readFileSync(join(regions, "organization.ts"), "utf8");
    const own = organization.replaceAll("example.com", "shop-alternatives.net").replaceAll("example/", "alternatives/");
    writeFileSync(join(regions, "organization.ts"), own);
    synthSync(folder, out, { COMPOSITIONS: JSON.stringify(compositions.map(said)) });
  } finally {
    removeCopies();
  }
}

const said = ({ environment, account, alternatives }: Composition): object => ({
  name: environment,
  account,
  beside: alternatives.flatMap(({ beside = [] }) => beside),
  differences: together(alternatives.map(({ says }) => says)),
});

const environments = `import { environments as asTheyAre } from "./as-they-are";
import { defineEnvironments } from "./schema/environment-schema";
import { defineRegion } from "./schema/region-schema";

const dev = asTheyAre.find(({ name }) => name === "dev");
const regions = dev.regions.map((region) =>
  "account" in region ? { ...region, account: { ...region.account, workflows: [] } } : region,
);
export const environments = defineEnvironments(
  JSON.parse(process.env.COMPOSITIONS).map(({ beside, ...own }) => ({
    ...dev,
    drillable: false,
    ...own,
    regions: [...beside.map(defineRegion), ...regions],
  })),
);
`;

type Says = Readonly<Record<string, Readonly<Record<string, object>>>>;

/** What several alternatives say, as one. Two that speak of the same field cannot be together. */
function together(all: readonly Alternative["says"][]): Says {
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
