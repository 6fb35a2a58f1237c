import { compliance } from "../../modules/copies/contract";
import { drillsWorkIn, type EnvironmentRule } from "../schema/environment";

/** Where drills work, no vault is locked for ever: a drill destroys all that it makes. */
export const letDrillsDeleteCopies: EnvironmentRule = (environment) =>
  drillsWorkIn(environment)
    ? environment.regions
        .filter((region) => "copies" in region && region.copies.lock === compliance)
        .map(({ name }) => ({
          path: `${name}.copies.lock`,
          message: `nobody could ever delete what a drill copies into this vault, and drills run in this account (drillable, or account.workflows). Choose off or governance.`,
        }))
    : [];
