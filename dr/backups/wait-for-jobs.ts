import { paginateListBackupJobs, paginateListCopyJobs } from "@aws-sdk/client-backup";
import { backupVaultName } from "../../modules/backup/contract";
import type { Aws } from "../aws";
import { everyItem } from "../lookup/pages";
import type { At } from "../step";
import { poll } from "./poll";

/**
 * Waits until AWS Backup has ended its jobs for the vault of a region's backups, so that it can be emptied and destroyed.
 *
 * A job of RDS or Aurora cannot be stopped: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StopBackupJob.html
 */
export async function waitForJobs(aws: Aws, namePrefix: string, { signal, say }: At): Promise<void> {
  const vaultName = backupVaultName(namePrefix);
  await poll(async () => {
    const jobs = await jobsOf(aws, vaultName);
    if (jobs.length === 0) return jobs;
    say(`waiting until AWS Backup has ended ${jobs.join(", ")}`);
    return undefined;
  }, signal);
}

async function jobsOf({ backup: client }: Aws, ByBackupVaultName: string): Promise<string[]> {
  const backups = ["CREATED", "PENDING", "RUNNING", "ABORTING"] as const;
  const copies = ["CREATED", "RUNNING"] as const;
  const found = await Promise.all([
    ...backups.map(async (ByState) => {
      const pages = paginateListBackupJobs({ client }, { ByBackupVaultName, ByState });
      const jobs = await everyItem(pages, ({ BackupJobs }) => BackupJobs);
      return jobs.map(({ BackupJobId }) => `backup job ${BackupJobId}`);
    }),
    ...copies.map(async (ByState) => {
      const jobs = await everyItem(paginateListCopyJobs({ client }, { ByState }), ({ CopyJobs }) => CopyJobs);
      return jobs
        .filter(({ SourceBackupVaultArn }) => SourceBackupVaultArn?.split(":").at(-1) === ByBackupVaultName)
        .map(({ CopyJobId }) => `copy job ${CopyJobId}`);
    }),
  ]);
  return found.flat();
}
