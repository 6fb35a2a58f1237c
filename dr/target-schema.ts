import { z } from "zod";
import { networkContract, zoneLetters } from "../modules/network/contract";
import {
  awsRegions,
  differentLaws,
  globalRegion,
  lawsDiffer,
  type RegionName,
  regionNames,
  regionsUnderLawOf,
} from "../regions/schema/aws-regions";
import { overlappingBlocks } from "../regions/schema/blocks";
import { copyRegions, type Environment, liveRegions } from "../regions/schema/environment";
import { explain, type Known, type Problem, refuse } from "../regions/schema/explain";

/** Where a region is rebuilt when it is lost. */
export interface Target {
  readonly lost: RegionName;
  readonly region: RegionName;
  /** IPv4 block of the VPC there, a /16 that no live region has. */
  readonly cidr: string;
  /** For each letter of the lost region's zones, the letter of the zone there. */
  readonly zones: Readonly<Partial<Record<(typeof zoneLetters)[number], string>>>;
  /** The region that backups are copied to from there: neither the lost one nor the target, so that a second loss is survived. */
  readonly copiesTo: RegionName;
}

const schema = z.strictObject({
  lost: z.enum(regionNames),
  region: z.enum(regionNames),
  cidr: networkContract.settings.shape.cidr,
  zones: z.partialRecord(z.enum(zoneLetters), z.string()),
  copiesTo: z.enum(regionNames),
});

const known: Known = {
  keysAt: ([field]) => (field === "zones" ? zoneLetters : Object.keys(schema.shape)),
  about: ([field]) => Object.entries(schema.shape).find(([name]) => name === field)?.[1].description,
};

/** Checks the recovery targets against every environment. Throws once, with every problem. */
export function defineTargets(environments: readonly Environment[], declared: readonly Target[]): Target[] {
  const problems = declared.flatMap((target, index) => {
    const result = schema.safeParse(target);
    const found = result.success
      ? [...problemsAmong(declared.slice(0, index), target), ...targetProblems(environments, target)]
      : explain(result.error.issues, target, known);
    return found.map((problem) => ({ ...problem, path: `${index}.${problem.path}` }));
  });
  refuse("dr/targets.ts", problems);
  return [...declared];
}

const problemsAmong = (before: readonly Target[], { lost, region, cidr }: Target): Problem[] =>
  before.some((other) => other.lost === lost && other.region === region)
    ? [{ path: "region", message: `${region} is there twice for ${lost}. Name it once.` }]
    : overlappingBlocks([
        ...before.filter((other) => other.lost !== lost).map((other) => ({ path: other.lost, cidr: other.cidr })),
        { path: "cidr", cidr },
      ]).filter(({ path }) => path === "cidr");

function targetProblems(environments: readonly Environment[], target: Target): Problem[] {
  const { lost, region, zones } = target;
  const without = environments.filter((environment) => !liveRegions(environment).some(({ name }) => name === lost));
  if (without.length > 0)
    return [
      {
        path: "lost",
        message: `${lost} is no live region of ${names(without)}, so there is nothing to recover. Name a region that has the role "live" everywhere.`,
      },
    ];
  const letters = environments.flatMap((environment) =>
    liveRegions(environment)
      .filter(({ name }) => name === lost)
      .flatMap(({ network }) => network.zones),
  );
  const unfit = [
    ...globalProblems(lost),
    ...stateProblems(environments, lost),
    ...jurisdictionProblems(target),
    ...standbyProblems(environments, region),
  ];
  return [
    ...environments.flatMap((environment) => overlap(environment, target)).slice(0, 1),
    ...unfit,
    // Of a region that is none to recover to, copies say nothing more.
    ...(unfit.length > 0 ? [] : environments.flatMap((environment) => copyProblems(environment, target)).slice(0, 1)),
    ...[...new Set(letters)].flatMap((letter) => zoneProblems(letter, zones, region)),
  ];
}

const names = (environments: readonly Environment[]): string => environments.map(({ name }) => name).join(", ");

const overlap = (environment: Environment, { cidr }: Target): Problem[] =>
  overlappingBlocks([
    ...liveRegions(environment).map(({ name, network }) => ({ path: `regions/${name}.ts`, cidr: network.cidr })),
    { path: "cidr", cidr },
  ]);

const globalProblems = (lost: RegionName): Problem[] =>
  lost === globalRegion
    ? [
        {
          path: "lost",
          message: `${lost} is where IAM, Route 53 and the global tiers work, so nothing could be rebuilt without it. Let the shop run in another region.`,
        },
      ]
    : [];

const stateProblems = (environments: readonly Environment[], lost: RegionName): Problem[] => {
  const within = environments.filter(({ stateRegion }) => stateRegion === lost);
  return within.length === 0
    ? []
    : [
        {
          path: "lost",
          message: `${lost} keeps the states of the global tiers of ${names(within)}, which its recovery reads. Choose another stateRegion for them.`,
        },
      ];
};

const jurisdictionProblems = ({ lost, region }: Target): Problem[] =>
  lawsDiffer(lost, region)
    ? [
        {
          path: "region",
          message: `${differentLaws(lost, region)}: personal data must not leave it. Choose ${regionsUnderLawOf(lost)}.`,
        },
      ]
    : [];

const standbyProblems = (environments: readonly Environment[], region: RegionName): Problem[] => {
  const without = environments.filter(
    ({ regions }) => !regions.some(({ name, role }) => name === region && role === "standby"),
  );
  return without.length === 0
    ? []
    : [
        {
          path: "region",
          message: `${region} is no standby region of ${names(without)}. Add a file with role "standby" for it, so that recovery finds a key and a state bucket there.`,
        },
      ];
};

/** Backups must be where they are restored, before a loss; and after one, where the next one does not reach them. */
const copyProblems = (environment: Environment, { lost, region, copiesTo }: Target): Problem[] => {
  const others = copyRegions(environment).filter((name) => name !== region && name !== lost);
  const choices = others.filter((name) => !lawsDiffer(lost, name));
  const live = liveRegions(environment).find(({ name }) => name === lost);
  return [
    ...(live && live.backup.copiesTo !== region
      ? [
          {
            path: "region",
            message: `backups of ${lost} are copied to ${live.backup.copiesTo ?? "no other region"} in ${environment.name}, so nothing could be restored in ${region}. Say backup: { copiesTo: "${region}" } in regions/${lost}.ts.`,
          },
        ]
      : []),
    ...(choices.includes(copiesTo)
      ? []
      : [
          {
            path: "copiesTo",
            message: `${copiesTo} has no copies vault in ${environment.name} that outlives ${region} under the law of ${awsRegions[lost].jurisdiction}. Choose ${choices.join(" or ") || "a region with one, and add its file"}.`,
          },
        ]),
  ];
};

function zoneProblems(letter: string, zones: Readonly<Record<string, string>>, region: RegionName): Problem[] {
  const zone = zones[letter];
  const known: readonly string[] = awsRegions[region].zones;
  if (zone === undefined)
    return [
      {
        path: "zones",
        message: `says nothing about zone ${letter} of the lost region. Name the zone of ${region} that stands for it.`,
      },
    ];
  if (!known.includes(zone))
    return [
      { path: `zones.${letter}`, message: `"${zone}" is no zone of ${region}. Zones there: ${known.join(", ")}.` },
    ];
  const [first] = Object.entries(zones).find(([, other]) => other === zone) ?? [];
  return first === letter
    ? []
    : [
        {
          path: `zones.${letter}`,
          message: `"${zone}" stands for zone ${first} already. Zones there: ${known.join(", ")}.`,
        },
      ];
}
