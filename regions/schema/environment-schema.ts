import { z } from "zod";
import type { Choice } from "../../modules/core/contract";
import { everyChoice, names } from "../../modules/core/variants";
import { overlappingBlocks } from "../rules/blocks";
import { copyProblems, lockProblems } from "../rules/copies";
import { databaseCopyProblems } from "../rules/database-copies";
import { drillProblems } from "../rules/drills";
import { machineImageProblems } from "../rules/machine-images";
import { edgeLogProblems, residencyProblems } from "../rules/residency";
import { routingProblems, shieldProblems } from "../rules/routing";
import { contractOf } from "../wiring/tiers";
import { globalRegion, type RegionName, regionNames } from "./aws-regions";
import { type Environment, liveRegions } from "./environment";
import { explain, type Problem, refuse } from "./explain";
import { checkRegion, type Difference, type Region } from "./region-schema";

type Differences = Partial<Record<RegionName, Difference>>;

/** What `environments.ts` says: `differences` change settings of a region's file, by tier. */
export interface EnvironmentFile extends Environment {
  readonly differences?: Differences;
}

const schema = z.strictObject({
  name: z
    .string()
    .regex(
      /^[a-z]{2,7}$/,
      "must be 2 to 7 lower-case letters, because names begin with it and AWS limits their length",
    ),
  account: z.string().regex(/^\d{12}$/, "must be an AWS account id, 12 digits"),
  domain: z.string().regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, "must be a domain name in lower case"),
  stateRegion: z.enum(regionNames),
  regions: z.array(z.looseObject({ name: z.enum(regionNames) })).min(1),
  differences: z
    .partialRecord(z.enum(regionNames), z.record(z.string(), z.record(z.string(), z.unknown())))
    .default({}),
});

const file = "regions/environments.ts";

/** Checks the environments, and the rules across their regions. Throws once, with every problem. */
export function defineEnvironments(declared: readonly EnvironmentFile[]): Environment[] {
  const environments = declared.map(resolve);
  refuse(file, [...repeated(environments), ...environments.flatMap(problemsAcross)]);
  return environments;
}

function resolve(declared: EnvironmentFile, index: number): Environment {
  const at = ({ path, message }: Problem): Problem => ({ path: `${declared.name ?? index}.${path}`, message });
  const result = schema.safeParse(declared);
  if (!result.success) {
    refuse(file, explain(result.error.issues, declared, { keysAt }).map(at));
    throw result.error;
  }
  const { name, account, domain, stateRegion, regions } = declared;
  const { differences } = result.data;
  refuse(file, unknownRegions(Object.keys(differences), regions).map(at));
  return {
    name,
    account,
    domain,
    stateRegion,
    regions: regions.map((region) => differing(name, region, differences[region.name])),
  };
}

const keysAt = ([first]: readonly PropertyKey[]): readonly string[] =>
  first === "differences" ? regionNames : Object.keys(schema.shape);

const unknownRegions = (names: readonly string[], regions: readonly Region[]): Problem[] =>
  names
    .filter((name) => !regions.some((region) => region.name === name))
    .map((name) => ({
      path: `differences.${name}`,
      message: `is none of this environment's regions: ${regions.map((region) => region.name).join(", ")}.`,
    }));

const differing = (environment: string, region: Region, tiers: Readonly<Record<string, object>> = {}): Region => {
  const given: Readonly<Record<string, unknown>> = { ...region };
  const merged = Object.entries(tiers).map(([tier, settings]) => [
    tier,
    { ...keptBeside(settings, tier, Object(given[tier])), ...settings },
  ]);
  return checkRegion(`${file}, ${environment}.differences.${region.name}`, {
    ...region,
    ...Object.fromEntries(merged),
  });
};

/** What of a tier's own settings stays: another variant takes the settings of the first one with it. */
const keptBeside = (settings: object, tier: string, own: Said): object => {
  const contract = contractOf(tier);
  const gone = contract ? dropped(contract, { ...settings }, own) : [];
  return Object.fromEntries(Object.entries(own).filter(([name]) => !gone.includes(name)));
};

type Said = Readonly<Record<string, unknown>>;

/** The fields of the alternative that is not chosen any more. */
const dropped = ({ variants }: Choice, settings: Said, own: Said): string[] => {
  const before = variants?.of[String(own[variants.by])];
  if (!variants || !before) return [];
  const { by } = variants;
  return by in settings && settings[by] !== own[by] ? names(everyChoice(before)) : dropped(before, settings, own);
};

const repeated = (environments: readonly Environment[]): Problem[] =>
  environments.flatMap(({ name, account }, index) => {
    const before = environments.slice(0, index);
    if (before.some((other) => other.name === name))
      return [{ path: name, message: "is there twice. Give each environment a name of its own." }];
    const other = before.find((one) => one.account === account);
    return other
      ? [
          {
            path: `${name}.account`,
            message: `${account} is ${other.name}'s account. Give each environment an account of its own.`,
          },
        ]
      : [];
  });

const problemsAcross = (environment: Environment): Problem[] => {
  const { name, regions, stateRegion } = environment;
  const blocks = liveRegions(environment).map((region) => ({
    path: `${name}.${region.name}.network.cidr`,
    cidr: region.network.cidr,
  }));
  const twice = regions.filter((region, index) => regions.findIndex((other) => other.name === region.name) < index);
  if (twice.length > 0)
    return twice.map((region) => ({
      path: `${name}.regions`,
      message: `${region.name} is there twice. Name it once.`,
    }));
  const problems = [
    ...overlappingBlocks(blocks),
    ...residencyProblems(environment),
    ...databaseCopyProblems(environment),
    ...edgeLogProblems(environment),
    ...routingProblems(environment),
    ...shieldProblems(environment),
    ...copyProblems(environment),
    ...lockProblems(environment),
    ...drillProblems(environment),
    ...machineImageProblems(environment),
  ];
  const shared = regions.filter(({ role }) => role === "global").map((region) => region.name);
  if (shared.length !== 1 || shared[0] !== globalRegion) {
    problems.push({
      path: `${name}.regions`,
      message: `has ${shared.length === 0 ? "no region" : shared.join(", ")} of the role "global". Add regions/${globalRegion}.ts, where CloudFront, IAM and public DNS work, and no other.`,
    });
  }
  if (!regions.some((region) => region.name === stateRegion)) {
    problems.push({
      path: `${name}.stateRegion`,
      message: `${stateRegion} is none of this environment's regions. Add its file to regions, so that it has a state bucket.`,
    });
  }
  return problems;
};
