import {
  DescribeBackupJobCommand,
  DescribeCopyJobCommand,
  StartBackupJobCommand,
  StartCopyJobCommand,
} from "@aws-sdk/client-backup";
import { runTagKey } from "../../modules/core/run";
import type { Aws } from "../aws";
import { given } from "../inventory/answers";
import { poll } from "./poll";

/** How AWS Backup backs a database up: what its plan says. */
export interface BackedUp {
  readonly databaseArn: string;
  readonly vaultName: string;
  readonly roleArn: string;
}

/** What a job has made. */
export interface Ended {
  readonly recoveryPointArn: string;
  readonly createdAt: Date;
  readonly seconds: number;
}

/** Milliseconds that a job may take; a copy into another region can take hours. */
const patience = 6 * 3_600_000;

/** Has AWS Backup back a database up, marked with the run, and waits until that is done. */
export async function backUp(aws: Aws, of: BackedUp & { readonly run: string }, signal: AbortSignal): Promise<Ended> {
  const { databaseArn: ResourceArn, vaultName: BackupVaultName, roleArn: IamRoleArn, run } = of;
  const asked = { ResourceArn, BackupVaultName, IamRoleArn, RecoveryPointTags: { [runTagKey]: run } };
  const { BackupJobId } = await aws.backup.send(new StartBackupJobCommand(asked));
  return ended(`backup job ${BackupJobId}`, signal, async () => {
    const job = await aws.backup.send(new DescribeBackupJobCommand({ BackupJobId }));
    return { ...job, made: job.RecoveryPointArn };
  });
}

/** Has AWS Backup copy a recovery point into a vault, and waits until that is done. */
export async function copyInto(
  aws: Aws,
  of: BackedUp & Pick<Ended, "recoveryPointArn"> & { readonly destinationVaultArn: string },
  signal: AbortSignal,
): Promise<Ended> {
  const asked = {
    SourceBackupVaultName: of.vaultName,
    RecoveryPointArn: of.recoveryPointArn,
    DestinationBackupVaultArn: of.destinationVaultArn,
    IamRoleArn: of.roleArn,
  };
  const { CopyJobId } = await aws.backup.send(new StartCopyJobCommand(asked));
  return ended(`copy job ${CopyJobId}`, signal, async () => {
    const { CopyJob } = await aws.backup.send(new DescribeCopyJobCommand({ CopyJobId }));
    return { ...CopyJob, made: CopyJob?.DestinationRecoveryPointArn };
  });
}

interface Told {
  readonly State?: string;
  readonly StatusMessage?: string;
  readonly CreationDate?: Date;
  readonly CompletionDate?: Date;
  readonly made: string | undefined;
}

const atWork = ["CREATED", "PENDING", "RUNNING"];

async function ended(what: string, signal: AbortSignal, ask: () => Promise<Told>): Promise<Ended> {
  const deadline = Date.now() + patience;
  return poll(async () => {
    const { State = "unknown", StatusMessage, CreationDate, CompletionDate, made } = await ask();
    if (State === "COMPLETED") {
      const createdAt = given(CreationDate);
      const seconds = (given(CompletionDate).getTime() - createdAt.getTime()) / 1000;
      return { recoveryPointArn: given(made), createdAt, seconds };
    }
    if (!atWork.includes(State)) throw new Error(`${what} is ${State}: ${StatusMessage ?? "AWS does not say why"}`);
    if (Date.now() > deadline) throw new Error(`${what} is still ${State} after ${patience / 3_600_000} hours`);
    return undefined;
  }, signal);
}
