import type { Attributes } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { more, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const recovery = ["point_in_time_recovery", 0, "enabled"];

/** Restoring to a point in time loses seconds; restoring a backup loses all since it was taken. */
export const turnsOffPointInTimeRecovery = weakening({
  id: "turns-off-point-in-time-recovery",
  about: "What could be restored to a point in time can be no longer, or to fewer of them.",
  cannotSee: "Databases whose logs of transactions are archived by programs of one's own.",
  guards: {
    aws_backup_plan: [
      {
        ...on(["rule"], "Continuous backup"),
        worth: (rules) =>
          Number(blocksIn({ rules }, "rules").some((rule: Attributes) => rule.enable_continuous_backup === true)),
        enough: 0,
      },
    ],
    aws_dynamodb_table: [
      on(recovery, "Recovery to a point in time"),
      {
        ...more(["point_in_time_recovery", 0, "recovery_period_in_days"], "Days that can be gone back to", {
          unit: "days",
          unsaid: 35,
          enough: 0,
        }),
      },
    ],
    aws_dynamodb_table_replica: [on(["point_in_time_recovery"], "Recovery to a point in time")],
    aws_keyspaces_table: [
      ranked(["point_in_time_recovery", 0, "status"], "Recovery to a point in time", [null, "DISABLED", "ENABLED"]),
    ],
    aws_rds_cluster: [
      more(["backtrack_window"], "Seconds that can be backtracked", { unit: "seconds", unsaid: 0, enough: 0 }),
    ],
  },
  weaker: "high",
  weakFromTheStart: "low",
  means: "After damage, all that was written since the last backup is lost.",
  wayOut: "Leave it on.",
});
