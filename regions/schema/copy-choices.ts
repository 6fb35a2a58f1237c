import { jurisdictionOf, lawsDiffer, type RegionName } from "./aws-regions";
import { copyRegions, type Environment, liveRegions, regionsOf } from "./environment";
import { addUnderTheLawOf } from "./free-regions";
import { or } from "./lists";

/** The regions that backups of one may be copied to: others with a vault for them, in its jurisdiction. */
export const backupCopyChoices = (environment: Environment, from: RegionName): RegionName[] =>
  copyRegions(environment).filter((name) => name !== from && !lawsDiffer(from, name));

/** Where copies of a tier's data may go, or what makes such a place: the way out of every rule about them. */
export function whereCopiesGo(environment: Environment, from: RegionName, tier: string): string {
  const [choices, otherwise] =
    tier === "database" ? databaseCopies(environment, from) : backupCopies(environment, from);
  return choices.length > 0 ? `Choose ${or(choices)}.` : otherwise;
}

type Choices = [choices: RegionName[], otherwise: string];

const backupCopies = (environment: Environment, from: RegionName): Choices => [
  backupCopyChoices(environment, from),
  addUnderTheLawOf(environment, from, '"standby", which has a vault for copies'),
];

function databaseCopies(environment: Environment, from: RegionName): Choices {
  const live = liveRegions(environment);
  const near = (regions: readonly { readonly name: RegionName }[]) =>
    regions.map(({ name }) => name).filter((name) => !lawsDiffer(from, name));
  const place = jurisdictionOf(from);
  return live.some(({ name, database }) => name === from && database.engine === "global")
    ? [
        near(live.filter(({ database }) => database.engine === "replica" && database.primaryRegion === from)),
        `Choose a live region in ${place}, and say database: { engine: "replica", primaryRegion: "${from}" } in its file.`,
      ]
    : [
        near(regionsOf(environment, "standby").filter(({ replication }) => replication)),
        `Choose a region in ${place} with the role "standby", and say replication: {} in its file.`,
      ];
}
