import { copyRegions, type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";

/** Backups are copied to a region with a vault for them, which the loss of their own region does not take along. */
export const copyBackupsToAVault: EnvironmentRule = (environment) => {
  const choices = copyRegions(environment).map((name): string => name);
  return liveRegions(environment).flatMap(({ name, backup: { copiesTo } }): Problem[] => {
    if (copiesTo === null || choices.includes(copiesTo)) return [];
    const what =
      copiesTo === name ? "is the region itself, whose loss takes copies there along" : "has no copies vault";
    return [{ path: `${name}.backup.copiesTo`, message: `${copiesTo} ${what}. Choose ${choices.join(" or ")}.` }];
  });
};
