import { z } from "zod";
import { zoneLetters } from "../modules/network/contract";
import { type AwsRegion, awsRegions, type RegionName, regionNames } from "../regions/aws-regions";
import { overlappingBlocks } from "../regions/blocks";
import { type Environment, liveRegions } from "../regions/environment-schema";
import { explain, type Problem, refuse } from "../regions/explain";

/** Where a region is rebuilt when it is lost. */
export interface Target {
  readonly lost: RegionName;
  readonly region: RegionName;
  /** IPv4 block of the VPC there, a /16 that no live region has. */
  readonly cidr: string;
  /** For each letter of the lost region's zones, the letter of the zone there. */
  readonly zones: Readonly<Partial<Record<(typeof zoneLetters)[number], string>>>;
}

const schema = z.strictObject({
  lost: z.enum(regionNames),
  region: z.enum(regionNames),
  cidr: z.string().regex(/^(\d{1,3}\.){3}\d{1,3}\/16$/, "must be an IPv4 /16"),
  zones: z.partialRecord(z.enum(zoneLetters), z.string()),
});

const file = "dr/targets.ts";

/** Checks the recovery targets against every environment. Throws once, with every problem. */
export function defineTargets(environments: readonly Environment[], declared: readonly Target[]): Target[] {
  const problems = declared.flatMap((target, index) => {
    const result = schema.safeParse(target);
    const at = (problem: Problem): Problem => ({ ...problem, path: `${index}.${problem.path}` });
    if (!result.success) return explain(result.error.issues, target, () => Object.keys(schema.shape)).map(at);
    return environments.flatMap((environment) => targetProblems(environment, target)).map(at);
  });
  refuse(file, [...new Map(problems.map((problem) => [`${problem.path}${problem.message}`, problem])).values()]);
  return [...declared];
}

const targetProblems = (environment: Environment, { lost, region, cidr, zones }: Target): Problem[] => {
  const live = liveRegions(environment).find(({ name }) => name === lost);
  if (!live)
    return [
      { path: "lost", message: `${lost} is no live region of ${environment.name}, so there is nothing to recover.` },
    ];
  const [from, to]: [AwsRegion, AwsRegion] = [awsRegions[lost], awsRegions[region]];
  const problems = overlappingBlocks([
    ...liveRegions(environment).map(({ name, network }) => ({ path: `regions/${name}.ts`, cidr: network.cidr })),
    { path: "cidr", cidr },
  ]);
  if (from.jurisdiction !== to.jurisdiction) {
    problems.push({
      path: "region",
      message: `${region} is under the law of ${to.jurisdiction}, ${lost} under that of ${from.jurisdiction}: personal data must not leave it. Choose a region of ${from.jurisdiction}.`,
    });
  }
  if (!environment.regions.some(({ name, role }) => name === region && role === "standby")) {
    problems.push({
      path: "region",
      message: `${region} is no standby region of ${environment.name}. Add a file with role "standby" for it, so that recovery finds a key and a state bucket there.`,
    });
  }
  return [...problems, ...live.network.zones.flatMap((letter) => zoneProblem(letter, zones[letter], region))];
};

const zoneProblem = (letter: string, zone: string | undefined, region: RegionName): Problem[] => {
  const known: readonly string[] = awsRegions[region].zones;
  if (zone === undefined)
    return [
      {
        path: "zones",
        message: `says nothing about zone ${letter} of the lost region. Name the zone of ${region} that stands for it.`,
      },
    ];
  return known.includes(zone)
    ? []
    : [{ path: `zones.${letter}`, message: `"${zone}" is no zone of ${region}. Zones there: ${known.join(", ")}.` }];
};
