import { blocksIn, numberIn, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, type Part, priced, within } from "../kind";
import type { Use } from "../use";

export const backup: Readonly<Record<string, Kind>> = {
  aws_backup_plan: priced((plan, use) => blocksIn(plan.values, "rule").flatMap((rule) => backups(plan, rule, use))),
  aws_backup_selection: within("the plan"),
  aws_backup_vault: within("the plan that fills it"),
  aws_backup_vault_policy: free("policies are free"),
  aws_backup_vault_lock_configuration: free("a lock is free"),
  aws_backup_vault_notifications: within("the topic that it writes to"),
};

/**
 * What a rule keeps here and elsewhere, and what its copies send.
 *
 * A copy of an Aurora snapshot in another region is a full one, each time; of RDS, it is what has changed.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-copy-snapshot.html
 *
 * Within the days of automated backups Aurora's own snapshots are free.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-storage-backup.html
 */
function backups(plan: ValuedResource, rule: Readonly<Record<string, unknown>>, use: Use): Part[] {
  const cluster = use.all("aws_rds_cluster").find(({ region }) => region === plan.region);
  const aurora = cluster !== undefined || selectsCluster(plan, use);
  const runs = (use.hours / 24) * hoursOf(textIn(rule, "schedule") ?? "").length;
  const named = textIn(rule, "rule_name") ?? "rule";
  const size = aurora ? use.of("databaseGb") : changedBetween(runs, use);
  const kept = (of: Readonly<Record<string, unknown>>, freeDays: number): number => {
    const days = blocksIn(of, "lifecycle").map((one) => numberIn(one, "delete_after") ?? 0)[0] ?? 0;
    const beyond = Math.max(0, days - freeDays) * (runs / (use.hours / 24));
    return beyond * size + (aurora || beyond === 0 ? 0 : use.of("databaseGb"));
  };
  const copies = aurora ? "full copies" : "copies";
  const sku = aurora ? "aurora.backup.gbmonth" : "rds.backup.gbmonth";
  const freeDays = cluster ? (numberIn(cluster.values, "backup_retention_period") ?? 1) : 0;
  return [
    { what: `${named}: backups kept`, sku, quantity: kept(rule, freeDays), per: "month" },
    ...blocksIn(rule, "copy_action").flatMap((copy): Part[] => {
      const there = /^arn:[^:]+:backup:([^:]+):/.exec(String(copy.destination_vault_arn))?.[1];
      if (there === undefined) return [];
      return [
        {
          what: `${named}: ${copies} kept in ${there === plan.region ? "another account" : there}`,
          sku,
          region: there,
          quantity: kept(copy, 0),
          per: "month",
        },
        ...(there === plan.region
          ? [] // In another account: nothing crosses a region.
          : [
              {
                what: `${named}: transfer of ${copies} to ${there}`,
                sku: "dt.interregion.gb",
                quantity: runs * size,
                per: "use" as const,
              },
            ]),
      ];
    }),
  ];
}

/** Whether a plan backs up a cluster: a plan of Terraform for the backups alone does not show it, but its ARN. */
const selectsCluster = (plan: ValuedResource, use: Use): boolean =>
  use
    .all("aws_backup_selection")
    .filter(({ root, tier }) => root === plan.root && tier === plan.tier)
    .some(({ values }) => /:cluster:/.test(String(values.resources)));

const changedBetween = (runs: number, use: Use): number =>
  (use.of("databaseChangedGbPerDay") * (use.hours / 24)) / runs;

/** The hours of a day at which a rule runs, of schedules such as `cron(0 0,1,3 * * ? *)` and `cron(30 2 * * ? *)`. */
export function hoursOf(schedule: string): number[] {
  const [, hours = "", day = ""] = schedule.replace(/^cron\(|\)$/g, "").split(" ");
  const [first = 0, every] = hours.split("/").map(Number);
  const all = Array.from({ length: 24 }, (_, hour) => hour);
  if (every !== undefined) return all.filter((hour) => hour >= first && (hour - first) % every === 0);
  if (hours === "*") return all;
  return day === "*" || day === "?" ? hours.split(",").map(Number) : [first];
}
