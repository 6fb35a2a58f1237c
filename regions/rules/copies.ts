import { compliance } from "../../modules/copies/contract";
import { copyRegions, type Environment } from "../schema/environment";
import type { Problem } from "../schema/explain";

/** Backups that would be copied to where there is no vault for them, or where the loss of their own region takes them along. */
export const copyProblems = (environment: Environment): Problem[] =>
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

/** Locks for ever where drills must be able to destroy all that they make. */
export const lockProblems = ({ name, regions }: Environment): Problem[] =>
  regions.some((region) => region.role === "global" && region.account.drillRole)
    ? regions
        .filter((region) => "copies" in region && region.copies.lock === compliance)
        .map((region) => ({
          path: `${name}.${region.name}.copies.lock`,
          message: `nobody could delete what a drill copies into the vault, and drills work in this account (account.drillRole). Choose off or governance.`,
        }))
    : [];
