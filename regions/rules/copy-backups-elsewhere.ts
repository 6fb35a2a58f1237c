import { whereCopiesGo } from "../schema/copy-choices";
import { type EnvironmentRule, liveRegions } from "../schema/environment";
import type { Problem } from "../schema/explain";
import { notWithout, sayWhy } from "../schema/without";

/** Backups of a live region outlive it, unless its file says why they need not. */
export const copyBackupsElsewhere: EnvironmentRule = (environment) =>
  liveRegions(environment).flatMap(({ name, without, backup: { copiesTo } }): Problem[] => {
    if (copiesTo === null && without.backupCopies === undefined)
      return [
        {
          path: `${name}.backup.copiesTo`,
          message: `null: the loss of ${name} would take all of its backups along. ${whereCopiesGo(environment, name, "backup")} Or ${sayWhy("backupCopies")}.`,
        },
      ];
    return copiesTo !== null && without.backupCopies !== undefined
      ? [
          {
            path: `${name}.without.backupCopies`,
            message: notWithout("backupCopies", `backups are copied to ${copiesTo}`),
          },
        ]
      : [];
  });
