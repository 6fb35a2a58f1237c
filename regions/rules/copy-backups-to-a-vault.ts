import { lawsDiffer, regionNames } from "../schema/aws-regions";
import { backupCopyChoices, whereCopiesGo } from "../schema/copy-choices";
import { type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";

/** Backups are copied to a region with a vault for them, which the loss of their own region does not take along. */
export const copyBackupsToAVault: EnvironmentRule = (environment) =>
  liveRegions(environment).flatMap(({ name, backup: { copiesTo } }): Problem[] => {
    const to = regionNames.find((one) => one === copiesTo);
    if (copiesTo === null || (to && backupCopyChoices(environment, name).includes(to))) return [];
    if (to && lawsDiffer(name, to)) return []; // keepPersonalDataUnderItsLaw says it
    const what =
      copiesTo === name ? "is the region itself: its loss would take the copies along" : "has no copies vault";
    const wayOut = whereCopiesGo(environment, name, "backup");
    return [{ path: `${name}.backup.copiesTo`, message: `${copiesTo} ${what}. ${wayOut}` }];
  });
