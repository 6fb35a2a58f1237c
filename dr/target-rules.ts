import { natZones } from "../modules/core/zones";
import {
  awsRegions,
  differentLaws,
  globalRegion,
  jurisdictionOf,
  lawsDiffer,
  type RegionName,
  regionNames,
} from "../regions/schema/aws-regions";
import { overlappingBlocks } from "../regions/schema/blocks";
import { copyRegions, type Environment, liveRegions, regionsOf } from "../regions/schema/environment";
import type { Problem } from "../regions/schema/explain";
import { and, or } from "../regions/schema/lists";
import { environmentsFile, saidIn } from "../regions/schema/said-in";
import { called, type Target } from "./target";

/** Where targets are declared. */
export const targetsFile = "dr/targets.ts";

const blockOf = (target: Target) => ({
  file: targetsFile,
  path: `targets["${called(target)}"].cidr`,
  cidr: target.cidr,
});

/** What is wrong with a target beside those before it. */
export const problemsAmong = (before: readonly Target[], target: Target): Problem[] =>
  before.some((other) => called(other) === called(target))
    ? [{ path: "region", message: `${target.region} is listed twice for ${target.lost}. List it once.` }]
    : clashes(before.filter((other) => other.lost !== target.lost).map(blockOf), target);

/** Where the target's block overlaps others. */
const clashes = (others: Parameters<typeof overlappingBlocks>[0], target: Target): Problem[] => {
  const own = blockOf(target);
  return overlappingBlocks([...others, own])
    .filter(({ path }) => path === own.path)
    .map((problem) => ({ ...problem, path: "cidr" }));
};

/** What is wrong with a target, as its environments are. */
export function targetProblems(environments: readonly Environment[], target: Target): Problem[] {
  const { lost, region, zones } = target;
  const without = environments.filter((environment) => !liveRegions(environment).some(({ name }) => name === lost));
  if (without.length > 0)
    return [
      {
        path: "lost",
        message: `${lost} is not a live region in ${names(without)}, so there is nothing to recover. Name a region that has the role "live" in every environment.`,
      },
    ];
  const letters = environments.flatMap((environment) =>
    liveRegions(environment)
      .filter(({ name }) => name === lost)
      .flatMap(({ network }) => network.zones),
  );
  const unfit = [...globalProblems(lost), ...stateProblems(environments, lost), ...placeProblems(environments, target)];
  return [
    ...environments.flatMap((environment) => liveClashes(environment, target)).slice(0, 1),
    ...unfit,
    // Of a region that nothing can be recovered to, copies say nothing more.
    ...(unfit.length > 0 ? [] : environments.flatMap((environment) => copyProblems(environment, target)).slice(0, 1)),
    ...environments.flatMap((environment) => addressProblems(environment, target)).slice(0, 1),
    ...[...new Set(letters)].flatMap((letter) => zoneProblems(letter, zones, region)),
  ];
}

const names = (environments: readonly Environment[]): string => and(environments.map(({ name }) => name));

const liveClashes = (environment: Environment, target: Target): Problem[] =>
  clashes(
    liveRegions(environment).map(({ name, network }) => ({
      ...saidIn(environment, name, "network.cidr"),
      cidr: network.cidr,
    })),
    target,
  );

const globalProblems = (lost: RegionName): Problem[] =>
  lost === globalRegion
    ? [
        {
          path: "lost",
          message: `${lost} is where IAM, Route 53 and the global tiers work: nothing could be rebuilt without it. Run the shop in another region.`,
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
          message: `${lost} keeps the states of the global tiers of ${names(within)}, which a recovery reads. Choose another stateRegion in ${environmentsFile}.`,
        },
      ];
};

/** A region is rebuilt where a standby is prepared for it, under the same law. */
function placeProblems(environments: readonly Environment[], { lost, region }: Target): Problem[] {
  const isStandby = (name: RegionName) => (environment: Environment) =>
    regionsOf(environment, "standby").some((one) => one.name === name);
  const choices = regionNames.filter((name) => !lawsDiffer(lost, name) && environments.every(isStandby(name)));
  if (choices.includes(region)) return [];
  const addOne = `a file with the role "standby", so that a recovery finds a key and a state bucket there`;
  if (lawsDiffer(lost, region)) {
    const wayOut = choices.length > 0 ? `Choose ${or(choices)}.` : `Add a region there: ${addOne}.`;
    const where = jurisdictionOf(lost);
    return [
      { path: "region", message: `${differentLaws(lost, region)}; personal data must stay in ${where}. ${wayOut}` },
    ];
  }
  const without = environments.filter((environment) => !isStandby(region)(environment));
  const wayOut = choices.length > 0 ? `Choose ${or(choices)}, or add` : "Add";
  return [{ path: "region", message: `${region} is not a standby region in ${names(without)}. ${wayOut} ${addOne}.` }];
}

/** Backups must be where they are restored, before a loss; and after one, where the next one does not reach them. */
const copyProblems = (environment: Environment, target: Target): Problem[] => {
  const { lost, region, copiesTo } = target;
  const others = copyRegions(environment).filter((name) => name !== region && name !== lost);
  const choices = others.filter((name) => !lawsDiffer(lost, name));
  const live = liveRegions(environment).find(({ name }) => name === lost);
  return [
    ...(live && live.backup.copiesTo !== region
      ? [
          {
            path: "region",
            also: [saidIn(environment, lost, "backup.copiesTo").file],
            message: `backups of ${lost} are copied to ${live.backup.copiesTo ?? "no other region"} in ${environment.name}, so nothing could be restored in ${region}. Say backup: { copiesTo: "${region}" } for ${lost}.`,
          },
        ]
      : []),
    ...(choices.includes(copiesTo)
      ? []
      : [
          {
            path: "copiesTo",
            message: `${unfitForCopies(environment, target)}. Choose ${or(choices) || "a region with a vault for copies, and add its file"}.`,
          },
        ]),
  ];
};

/** Where a recovery has reserved addresses, it calls out from no other. */
const addressProblems = (environment: Environment, { lost, region }: Target): Problem[] => {
  const live = liveRegions(environment).find(({ name }) => name === lost);
  const reserved = regionsOf(environment, "standby").find(({ name }) => name === region)?.standby.natAddressZones ?? [];
  if (!live || reserved.length === 0) return [];
  const wanted = natZones(live.network);
  if (wanted.every((letter) => reserved.includes(letter))) return [];
  const zones = `[${wanted.map((letter) => `"${letter}"`).join(", ")}]`;
  return [
    {
      path: "region",
      also: [saidIn(environment, region, "standby.natAddressZones").file],
      message: `${lost} has NAT gateways in the zones ${and(wanted)} in ${environment.name}, and ${region} has addresses for ${and(reserved)} only: a recovery would call out from new ones, too. Say standby: { natAddressZones: ${zones} } for ${region}.`,
    },
  ];
};

function unfitForCopies({ name }: Environment, { lost, region, copiesTo }: Target): string {
  if (copiesTo === lost) return `${copiesTo} is the lost region itself`;
  if (copiesTo === region) return `${copiesTo} is the target itself: its loss would take the copies along`;
  if (lawsDiffer(lost, copiesTo))
    return `${differentLaws(lost, copiesTo)}; backups must stay in ${jurisdictionOf(lost)}`;
  return `${copiesTo} has no vault for copies in ${name}`;
}

function zoneProblems(letter: string, zones: Readonly<Record<string, string>>, region: RegionName): Problem[] {
  const zone = zones[letter];
  const known: readonly string[] = awsRegions[region].zones;
  if (zone === undefined)
    return [
      {
        path: "zones",
        message: `zone ${letter} of the lost region is missing. Name the zone of ${region} that replaces it.`,
      },
    ];
  if (!known.includes(zone))
    return [
      { path: `zones.${letter}`, message: `"${zone}" is not a zone of ${region}. Zones there: ${known.join(", ")}.` },
    ];
  const [first] = Object.entries(zones).find(([, other]) => other === zone) ?? [];
  return first === letter
    ? []
    : [
        {
          path: `zones.${letter}`,
          message: `"${zone}" already replaces zone ${first}. Zones there: ${known.join(", ")}.`,
        },
      ];
}
