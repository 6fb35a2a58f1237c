import { existsSync } from "node:fs";
import { z } from "zod";
import type { Config, ConfigFile, Contract } from "../../modules/core/contract";
import { type Role, tiers, tiersOf } from "../wiring/tiers";
import { awsRegions, type RegionName, regionNames } from "./aws-regions";
import { explain, type Known, type Problem, refuse } from "./explain";
import { withGiven } from "./given";
import { knownOf } from "./known";
import { regionFile } from "./region-file";
import { tierSchema } from "./tier-schema";
import { type Without, withoutSchema } from "./without";

type Configs<R extends Role> = {
  readonly [T in keyof (typeof tiers)[R]]: (typeof tiers)[R][T] extends infer C extends Contract
    ? C extends { readonly optional: true }
      ? Config<C> | undefined
      : Config<C>
    : never;
};

interface Identity<R extends Role> {
  readonly name: RegionName;
  readonly role: R;
}

/** A region that runs the shop. */
export type LiveRegion = Identity<"live"> & Configs<"live"> & { readonly without: Without };
/** A region that a lost one is rebuilt in. */
export type StandbyRegion = Identity<"standby"> & Configs<"standby">;
/** A region that holds the states of global tiers, away from every region that may be lost. */
export type StateRegion = Identity<"state"> & Configs<"state">;
/** The region of what all regions share. */
export type GlobalRegion = Identity<"global"> & Configs<"global">;
export type Region = LiveRegion | StandbyRegion | StateRegion | GlobalRegion;

/** What a region file may say: every default may be left out, and so may a tier that has nothing else. */
export type RegionFile<R extends Role = Role> = R extends Role
  ? Identity<R> & TierFiles<ConfigFiles<R>> & (R extends "live" ? { readonly without?: Without } : unknown)
  : never;
type ConfigFiles<R extends Role> = {
  readonly [T in keyof (typeof tiers)[R]]: (typeof tiers)[R][T] extends infer C extends Contract
    ? C extends { readonly optional: true }
      ? ConfigFile<C> | undefined
      : ConfigFile<C>
    : never;
};
type TierFiles<All> = {
  readonly [T in keyof All as MayBeLeftOut<All[T]> extends true ? never : T]: All[T];
} & { readonly [T in keyof All as MayBeLeftOut<All[T]> extends true ? T : never]?: All[T] };
type MayBeLeftOut<File> = undefined extends File ? true : Record<never, never> extends File ? true : false;

/** What an environment may say about a region and its tiers: single settings, the rest is in the region's file. */
export type Difference = Role extends infer R extends Role
  ? R extends Role
    ? { readonly [T in keyof Configs<R>]?: Partial<Configs<R>[T]> } & (R extends "live"
        ? { readonly without?: Without }
        : unknown)
    : never
  : never;

const schemaOf = (role: Role) =>
  z.strictObject({
    name: z.enum(regionNames),
    role: z.literal(role),
    ...(role === "live" ? { without: withoutSchema.prefault({}) } : {}),
    ...Object.fromEntries(
      Object.entries(tiersOf(role)).map(([name, contract]) => [
        name,
        contract.optional ? tierSchema(contract).optional() : tierSchema(contract).prefault({}),
      ]),
    ),
  });

const roleSchema = z.enum(Object.keys(tiers) as [Role, ...Role[]]);

/** Checks a region file. Throws once, with every problem: where it is, what is there, the rule, and what was probably meant. */
export function defineRegion<R extends Role>(declared: RegionFile<R>): Extract<Region, { role: R }> {
  const region = checkRegion(fileOf(declared.name), declared) as Extract<Region, { role: R }>;
  return withGiven(region, { inFile: declared, inEnvironment: {} });
}

/** A region's file; a name that is wrong, or that its file has not, leads to no file. */
const fileOf = (name: RegionName): string =>
  existsSync(regionFile(name)) ? regionFile(name) : `the region file with name: ${JSON.stringify(name)}`;

/** The same for a region whose declaration comes from `file`. */
export function checkRegion(file: string, declared: { readonly role: unknown }): Region {
  const role = z.object({ role: roleSchema }).safeParse(declared);
  if (!role.success) {
    refuse(file, explain(role.error.issues, declared, { keysAt: () => [], kindAt: () => "field" }));
    throw role.error;
  }
  const result = schemaOf(role.data.role).safeParse(declared);
  if (!result.success) {
    refuse(file, explain(result.error.issues, declared, knownAbout(role.data.role, declared)));
    throw result.error;
  }
  const region = result.data as unknown as Region;
  refuse(file, zoneProblems(region));
  return region;
}

const knownAbout = (role: Role, declared: object): Known => {
  const all = Object.entries(tiers).map(([name, its]) => ({ role: name, tiers: its }));
  return knownOf({ role, tiers: tiersOf(role) }, all, declared);
};

const zoneProblems = (region: Region): Problem[] => {
  if (region.role !== "live") return [];
  const known: readonly string[] = awsRegions[region.name].zones;
  return region.network.zones
    .filter((zone) => !known.includes(zone))
    .map((zone) => ({
      path: "network.zones",
      message: `"${zone}" is not a zone of ${region.name}. Zones there: ${known.join(", ")}.`,
    }));
};
