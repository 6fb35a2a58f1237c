import * as backup from "@aws-sdk/client-backup";
import type { Aws } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

/** One leftover of each kind that backs data up. */
export const backupLeftovers: readonly Leftover[] = [
  {
    type: "aws_backup_vault",
    make: async ({ aws: { backup: client } }) => {
      const name = { BackupVaultName: "left" };
      const made = await client.send(new backup.CreateBackupVaultCommand(name));
      return { id: given(made.BackupVaultArn), remove: () => client.send(new backup.DeleteBackupVaultCommand(name)) };
    },
  },
  {
    type: "aws_backup_plan",
    make: async ({ aws }) => {
      const BackupPlanId = await makePlan(aws, "left-plan");
      return { id: BackupPlanId, remove: () => aws.backup.send(new backup.DeleteBackupPlanCommand({ BackupPlanId })) };
    },
  },
];

async function makePlan({ backup: client }: Aws, BackupPlanName: string): Promise<string> {
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: "left" }];
  return given(
    (await client.send(new backup.CreateBackupPlanCommand({ BackupPlan: { BackupPlanName, Rules } }))).BackupPlanId,
  );
}
