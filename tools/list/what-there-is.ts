import { z } from "zod";
import { targets } from "../../dr/targets";
import { environments } from "../../regions/environments";
import type { Environment } from "../../regions/schema/environment";
import { regionFile } from "../../regions/schema/region-file";
import type { Region } from "../../regions/schema/region-schema";
import { placeInKey } from "../../regions/wiring/location";
import { wavesOf } from "../../terraform/order";
import { readRoots } from "../../terraform/synthesized";
import { currentSynth } from "../current-synth";

const region = z.string().describe("Name of a region.");

/** What `./shop list` says, as JSON. */
export const listResult = z.object({
  environments: z
    .array(
      z.object({
        name: z.string(),
        account: z.string(),
        domain: z.string(),
        stateRegion: region.describe("Where the states of the global tiers are kept."),
        regions: z.array(region),
      }),
    )
    .optional(),
  regions: z
    .array(
      z.object({
        name: z.string(),
        role: z.enum(["live", "standby", "state", "global"]),
        file: z.string().describe("The region's file."),
        environments: z.array(z.string()).describe("The environments that have it."),
        without: z
          .array(z.object({ what: z.string(), why: z.string() }))
          .describe("What a live region lacks, with its file's reason: recovery, backupCopies, alerts."),
      }),
    )
    .optional(),
  roots: z
    .array(
      z.object({
        id: z.string().describe("Name of the stack."),
        environment: z.string(),
        region: z.string().describe('Name of a region, or "global".'),
        tier: z
          .string()
          .describe("Name of the tier; recovery-of-REGION for a recovery root, which a drill or a recovery applies."),
        wave: z.int().describe("Its place in the order: a root's dependencies are in earlier waves."),
        dependencies: z.array(z.string()).describe("Ids of the roots that must stand before it."),
      }),
    )
    .describe("In the order of deploying.")
    .optional(),
  targets: z
    .array(
      z.object({
        lost: region.describe("Region that may be lost."),
        region: region.describe("Region that it is rebuilt in."),
        cidr: z.string(),
        zones: z.record(z.string(), z.string()).describe("Zone there for each letter of the lost region's zones."),
        copiesTo: region.describe("Where backups are copied to from there."),
      }),
    )
    .optional(),
});

/** What there is of each kind. */
export type Listed = z.infer<typeof listResult>;

/** The kinds of things that there are. */
export const kinds = ["environments", "regions", "roots", "targets"] as const;
export type Kind = (typeof kinds)[number];

/** Those of some kinds, of one environment if it is named. Only roots need a synth. */
export async function whatThereIs(wanted: readonly Kind[], environment?: string): Promise<Listed> {
  const of = environments.filter(({ name }) => environment === undefined || name === environment);
  return {
    ...(wanted.includes("environments") && { environments: of.map(described) }),
    ...(wanted.includes("regions") && { regions: regionsOf(of) }),
    ...(wanted.includes("roots") && { roots: await rootsOf(of) }),
    ...(wanted.includes("targets") && { targets: targets.map(withAllZones) }),
  };
}

const described = ({ regions, name, account, domain, stateRegion }: Environment) => ({
  name,
  account,
  domain,
  stateRegion,
  regions: regions.map((one) => one.name),
});

const withAllZones = ({ zones, ...target }: (typeof targets)[number]) => ({ ...target, zones: { ...zones } });

/** The regions of environments, each once. */
export const regionsOf = (of: readonly Environment[]): NonNullable<Listed["regions"]> => {
  const all = of.flatMap(({ regions }) => regions);
  return [...new Map(all.map((one) => [one.name, one])).values()].map(({ name, role }) => ({
    name,
    role,
    file: regionFile(name),
    environments: of.filter(({ regions }) => regions.some((one) => one.name === name)).map((one) => one.name),
    without: reasons(all.filter((one) => one.name === name)),
  }));
};

/** What regions of one name say that they are without, each once. */
const reasons = (regions: readonly Region[]): { what: string; why: string }[] => {
  const said = regions.flatMap((region) => (region.role === "live" ? Object.entries(region.without) : []));
  return [...new Map(said.map(([what, why]) => [`${what}: ${why}`, { what, why }])).values()];
};

async function rootsOf(of: readonly Environment[]): Promise<NonNullable<Listed["roots"]>> {
  const roots = readRoots(await currentSynth());
  const waves = wavesOf(roots);
  return of.flatMap(({ name }) =>
    roots
      .map(({ id, backend, dependencies }) => ({
        id,
        ...placeInKey(backend?.key ?? ""),
        wave: waves.get(id) ?? 0,
        dependencies: [...dependencies].sort(),
      }))
      .filter(({ environment }) => environment === name)
      .sort((one, other) => one.wave - other.wave || one.id.localeCompare(other.id)),
  );
}
