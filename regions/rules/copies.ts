import { compliance } from "../../modules/copies/contract";
import type { RegionName } from "../schema/aws-regions";
import type { Problem } from "../schema/explain";
import type { Region } from "../schema/region-schema";

interface Regions {
  readonly name: string;
  readonly regions: readonly Region[];
}

/** The regions that have a vault for copies of backups. */
export const copyRegions = ({ regions }: Pick<Regions, "regions">): RegionName[] =>
  regions.filter((region) => "copies" in region).map(({ name }) => name);

/** Backups that would be copied to where there is no vault for them, or where the loss of their own region takes them along. */
export const copyProblems = (environment: Regions): Problem[] =>
  environment.regions.flatMap((region) => {
    const to = region.role === "live" ? region.backup.copiesTo : null;
    const choices = copyRegions(environment);
    if (to === null || choices.some((name) => name === to)) return [];
    const what =
      to === region.name ? "is the region itself, whose loss takes copies there along" : "has no copies vault";
    return [
      {
        path: `${environment.name}.${region.name}.backup.copiesTo`,
        message: `${to} ${what}. Choose ${choices.join(" or ")}.`,
      },
    ];
  });

/** Where images are replicated to: with the backups, if there are repositories for them. */
export const imagesGoTo = ({ regions }: Pick<Regions, "regions">, region: Region): string | null => {
  const to = region.role === "live" ? region.backup.copiesTo : null;
  return regions.some((other) => other.name === to && other !== region && "delivery" in other) ? to : null;
};

/** Locks for ever where drills must be able to destroy all that they make. */
export const lockProblems = ({ name, regions }: Regions): Problem[] =>
  regions.some((region) => region.role === "global" && region.account.drillRole)
    ? regions
        .filter((region) => "copies" in region && region.copies.lock === compliance)
        .map((region) => ({
          path: `${name}.${region.name}.copies.lock`,
          message: `nobody could delete what a drill copies into the vault, and drills work in this account (account.drillRole). Choose off or governance.`,
        }))
    : [];
