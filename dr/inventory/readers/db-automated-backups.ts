import { type DBInstanceAutomatedBackup, paginateDescribeDBInstanceAutomatedBackups } from "@aws-sdk/client-rds";
import { everyItem } from "../../lookup/pages";
import type { Reader } from "../reader";

/** Automated backups that are replicated from another region, or outlived their instance; an instance takes its own along. */
export const dbAutomatedBackups: Reader = {
  service: "RDS",
  async list({ rds }) {
    const pages = paginateDescribeDBInstanceAutomatedBackups({ client: rds }, {});
    const found = await everyItem(pages, (page) => page.DBInstanceAutomatedBackups);
    return found.flatMap(({ DBInstanceAutomatedBackupsArn: id, ...backup }) =>
      id === undefined || backup.Status === "active"
        ? []
        : [
            {
              type: "aws_db_instance_automated_backups_replication",
              id,
              name: backup.DBInstanceIdentifier,
              ...goneOn(backup),
              settings: {
                status: backup.Status,
                region: backup.Region,
                encrypted: backup.Encrypted,
                kmsKey: backup.KmsKeyId,
                retentionPeriod: backup.BackupRetentionPeriod,
              },
            },
          ],
    );
  },
};

/** Nothing is added to what is retained: it goes when its last second is as old as it may get. */
const goneOn = ({
  Status,
  RestoreWindow,
  BackupRetentionPeriod = 0,
}: DBInstanceAutomatedBackup): { goneOn?: string } => {
  const last = RestoreWindow?.LatestTime;
  if (Status !== "retained" || !last) return {};
  return { goneOn: new Date(last.getTime() + BackupRetentionPeriod * 86_400_000).toISOString().slice(0, 10) };
};
