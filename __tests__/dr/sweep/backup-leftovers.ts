import * as backup from "@aws-sdk/client-backup";
import * as ecr from "@aws-sdk/client-ecr";
import type { Aws } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";

/** One leftover of each kind that keeps data and images. */
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
  {
    type: "aws_ecr_repository",
    make: async ({ aws: { ecr: client } }) => {
      const name = { repositoryName: "left" };
      const made = await client.send(new ecr.CreateRepositoryCommand(name));
      const remove = () => client.send(new ecr.DeleteRepositoryCommand(name));
      return { id: given(made.repository?.repositoryArn), remove };
    },
  },
  {
    type: "aws_ecr_replication_configuration",
    make: async ({ aws: { ecr: client, region } }) => {
      const put = (rules: ecr.ReplicationRule[]) =>
        client.send(new ecr.PutReplicationConfigurationCommand({ replicationConfiguration: { rules } }));
      await put([{ destinations: [{ region: "eu-central-1", registryId: "123456789012" }] }]);
      return { id: region, remove: () => put([]) };
    },
  },
  {
    type: "aws_ecr_registry_scanning_configuration",
    make: async ({ aws: { ecr: client, region } }) => {
      const put = (rules: ecr.RegistryScanningRule[]) =>
        client.send(new ecr.PutRegistryScanningConfigurationCommand({ scanType: "BASIC", rules }));
      const repositoryFilters = [{ filter: "*", filterType: "WILDCARD" } as const];
      await put([{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters }]);
      return { id: region, remove: () => put([]) };
    },
  },
];

async function makePlan({ backup: client }: Aws, BackupPlanName: string): Promise<string> {
  const Rules = [{ RuleName: "daily", TargetBackupVaultName: "left" }];
  return given(
    (await client.send(new backup.CreateBackupPlanCommand({ BackupPlan: { BackupPlanName, Rules } }))).BackupPlanId,
  );
}
