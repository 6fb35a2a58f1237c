import type { Attributes } from "../../../terraform/plan/resource-changes";
import { numberIn } from "../../../terraform/values/resource";
import { also } from "../guards/also";
import { type Guard, more, off } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { after } from "../read/after";
import { block, lookAt, type Pair, pairs } from "../read/pairs";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

/** By itself AWS keeps the backups of a database for a day, and none where 0 is said. */
const days = (path: string, unsaid = 1): Guard =>
  more([path], "Days that backups are kept", { unit: "days", unsaid, enough: 7 });
/** No days at all delete what is there: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html */
const ofInstance: Guard = {
  ...days("backup_retention_period", 0),
  toNothing: "critical",
  changed: (before, after) =>
    after === 0
      ? `Automated backups are off, and those of the last ${before} days are deleted.`
      : days("backup_retention_period", 0).changed(before, after),
};
const withIt = {
  ...off(["delete_automated_backups"], "Deleting automated backups with the database", { unsaid: true }),
  enough: 0,
};
const means = "Damage that is noticed later cannot be undone.";
const wayOut = "Keep backups as long as it may take to notice damage; what is old is cheap in cold storage.";

/** Backups are worth something as long as it takes to notice damage. */
export const shortensBackups: Rule = also(
  weakening({
    id: "shortens-backups",
    about: "Backups are kept for a shorter time, or what holds data is made with hardly any.",
    cannotSee: "Backups that nobody has put into Terraform, and policies of an organisation that back up.",
    guards: {
      aws_db_instance: [{ ...ofInstance, enough: 1 }, withIt],
      aws_db_instance_automated_backups_replication: [days("retention_period", 7)],
      aws_docdb_cluster: [days("backup_retention_period")],
      aws_docdbelastic_cluster: [days("backup_retention_period")],
      aws_elasticache_cluster: [{ ...days("snapshot_retention_limit", 0), enough: 0 }],
      aws_elasticache_replication_group: [{ ...days("snapshot_retention_limit", 0), enough: 0 }],
      aws_elasticache_serverless_cache: [{ ...days("snapshot_retention_limit", 0), enough: 0 }],
      aws_fsx_lustre_file_system: [{ ...days("automatic_backup_retention_days", 0), enough: 0 }],
      aws_fsx_ontap_file_system: [days("automatic_backup_retention_days", 0)],
      aws_fsx_openzfs_file_system: [days("automatic_backup_retention_days", 0)],
      aws_fsx_windows_file_system: [days("automatic_backup_retention_days", 7)],
      aws_memorydb_cluster: [days("snapshot_retention_limit", 0)],
      aws_neptune_cluster: [days("backup_retention_period")],
      aws_rds_cluster: [days("backup_retention_period"), withIt],
      aws_redshift_cluster: [days("automated_snapshot_retention_period")],
    },
    weaker: "high",
    weakFromTheStart: "low",
    means,
    wayOut,
  }),
  {
    aws_backup_plan: (change, around) =>
      lookAt(
        change,
        {
          name: "rule",
          keyOf: ({ rule_name }) => rule_name,
          each: (rule) => {
            if (!rule.before || !rule.after) return [];
            const path = ["rule", rule.index, "lifecycle", 0, "delete_after"];
            const become = after(change, path, around);
            return [
              become.is === "unknown" ? notKnown(path.join("."), become.by) : shorter(rule, `Backups of "${rule.key}"`),
              ...pairs(
                { before: rule.before, after: rule.after },
                "copy_action",
                ({ destination_vault_arn }) => destination_vault_arn,
              ).map((copy) =>
                copy.before && copy.after ? shorter(copy, `Copies of "${rule.key}" in ${copy.key}`) : ok,
              ),
            ];
          },
        },
        around,
      ),
  },
);

function shorter({ before, after }: Pair, what: string): Verdict {
  const [was, is] = [kept(before ?? {}), kept(after ?? {})];
  if (is >= was) return ok;
  return finding({
    severity: "high",
    attribute: "rule",
    why: `${what} are kept ${is} days instead of ${was === Number.POSITIVE_INFINITY ? "for ever" : `${was} days`}. ${means}`,
    wayOut,
  });
}

/** Without a lifecycle, AWS keeps them for ever. */
const kept = (rule: Attributes): number =>
  numberIn(block(rule, "lifecycle"), "delete_after") || Number.POSITIVE_INFINITY;
