import { compliance } from "../../modules/copies/contract";
import { type EnvironmentRule, regionsOf } from "../schema/environment";

/** Where drills work, no vault is locked for ever: a drill destroys all that it makes. */
export const letDrillsDeleteCopies: EnvironmentRule = (environment) =>
  environment.drillable === true ||
  regionsOf(environment, "global").some(({ account }) => account.workflows.includes("drill"))
    ? environment.regions
        .filter((region) => "copies" in region && region.copies.lock === compliance)
        .map(({ name }) => ({
          path: `${name}.copies.lock`,
          message: `nobody could ever delete what a drill copies into this vault, and drills run in this account (drillable, or account.workflows). Choose off or governance.`,
        }))
    : [];
