import { z } from "zod";
import { domainName } from "../../modules/dns/contract";
import { problemsOf } from "../rules/all";
import { type RegionName, regionNames } from "./aws-regions";
import { differing } from "./differences";
import type { Environment } from "./environment";
import { explain, type Problem, refuse, refuseAll } from "./explain";
import { account, environmentName } from "./organization-schema";
import type { Difference, Region } from "./region-schema";
import { environmentsFile } from "./said-in";
import { saidOnce } from "./said-once";

/** What `environments.ts` says: `differences` change settings of a region's file, by tier. */
export interface EnvironmentFile extends Environment {
  readonly differences?: Partial<Record<RegionName, Difference>>;
}

const objectives = z.strictObject({
  rtoMinutes: z.int().min(1).describe("Minutes from the loss of a region to one that serves again."),
  rpoMinutes: z.int().min(1).describe("Minutes of data that may be lost."),
});

const schema = z.strictObject({
  name: environmentName,
  account,
  domain: domainName,
  stateRegion: z.enum(regionNames),
  stateRegionOut: z.boolean().default(false),
  regions: z.array(z.looseObject({ name: z.enum(regionNames) })).min(1),
  drillable: z.boolean().default(false),
  objectives: objectives.optional(),
  differences: z
    .partialRecord(z.enum(regionNames), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
});

/** Checks the environments, and the rules across their regions. Throws once, with every problem. */
export function defineEnvironments(declared: readonly EnvironmentFile[]): Environment[] {
  const environments = declared.map(resolve);
  refuse(environmentsFile, repeated(environments));
  refuseAll(
    saidOnce(environments.map((environment) => ({ environment, problems: problemsOf(environment, environments) }))),
  );
  return environments;
}

const within =
  (environment: string) =>
  ({ path, message }: Problem): Problem => ({ path: `${environment}.${path}`, message });

/** An environment with each region as it is there. */
function resolve(declared: EnvironmentFile, index: number): Environment {
  const at = within(declared.name ?? `environments[${index}]`);
  const result = schema.safeParse(declared);
  if (!result.success) {
    refuse(environmentsFile, explain(result.error.issues, declared, { keysAt, kindAt }).map(at));
    throw result.error;
  }
  const { name, account, domain, stateRegion, regions } = declared;
  const { differences, drillable, objectives: aims, stateRegionOut } = result.data;
  refuse(environmentsFile, [...twice(regions), ...unknownRegions(Object.keys(differences), regions)].map(at));
  return {
    name,
    account,
    domain,
    stateRegion,
    ...(stateRegionOut ? { stateRegionOut } : {}),
    ...(drillable ? { drillable } : {}),
    ...(aims ? { objectives: aims } : {}),
    regions: regions.map((region) =>
      differing(`${environmentsFile}, ${name}.differences.${region.name}`, region, differences[region.name] ?? {}),
    ),
  };
}

const keysAt = ([first]: readonly PropertyKey[]): readonly string[] => {
  if (first === "differences") return regionNames;
  return first === "objectives" ? Object.keys(objectives.shape) : Object.keys(schema.shape);
};

const kindAt = ([first]: readonly PropertyKey[]): string => (first === "differences" ? "region" : "field");

const twice = (regions: readonly Region[]): Problem[] =>
  regions
    .filter(({ name }, index) => regions.findIndex((other) => other.name === name) < index)
    .map(({ name }) => ({ path: "regions", message: `${name} is listed twice. List it once.` }));

const unknownRegions = (names: readonly string[], regions: readonly Region[]): Problem[] =>
  names
    .filter((name) => !regions.some((region) => region.name === name))
    .map((name) => ({
      path: `differences.${name}`,
      message: `is not a region of this environment. Its regions: ${regions.map((region) => region.name).join(", ")}.`,
    }));

const repeated = (environments: readonly Environment[]): Problem[] =>
  environments.flatMap(({ name, account }, index): Problem[] => {
    const before = environments.slice(0, index);
    if (before.some((other) => other.name === name))
      return [{ path: name, message: "is the name of two environments. Give each a name of its own." }];
    const other = before.find((one) => one.account === account);
    if (!other) return [];
    const message = `${account} is the account of ${other.name}. Give each environment an account of its own.`;
    return [{ path: `${name}.account`, message }];
  });
