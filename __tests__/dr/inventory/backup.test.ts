import * as backup from "@aws-sdk/client-backup";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { type Aws, connect } from "../../../dr/aws";
import { given } from "../../../dr/inventory/answers";
import type { Reader } from "../../../dr/inventory/reader";
import { backupPlans } from "../../../dr/inventory/readers/backup-plans";
import { backupVaults } from "../../../dr/inventory/readers/backup-vaults";
import { read } from "../../../dr/inventory/take";
import type { GatedAws } from "../../../tools/gate/gated-aws";
import { emptyLocalAws } from "../../support/local-aws";

let local: GatedAws;
let aws: Aws;

beforeAll(async () => {
  local = await emptyLocalAws();
  aws = connect(local.environment, "eu-west-1");
});
afterAll(() => local.stop());

const item = async (reader: Reader, type: string, name: string) =>
  given((await read(aws, [reader])).find((one) => one.type === type && one.name === name));

describe("the inventory of backups", () => {
  it("tells a vault's lock, its policy, and whom it tells", async () => {
    const BackupVaultName = "shop";
    const told = { SNSTopicArn: "arn:aws:sns:eu-west-1:123456789012:alerts", BackupVaultEvents: ["COPY_JOB_FAILED"] };
    const deny = { Effect: "Deny", Principal: "*", Action: "backup:DeleteRecoveryPoint", Resource: "*" };
    await aws.backup.send(new backup.CreateBackupVaultCommand({ BackupVaultName }));
    const lock = { BackupVaultName, MinRetentionDays: 1 };
    await aws.backup.send(new backup.PutBackupVaultLockConfigurationCommand(lock));
    const Policy = JSON.stringify({ Version: "2012-10-17", Statement: [deny] });
    await aws.backup.send(new backup.PutBackupVaultAccessPolicyCommand({ BackupVaultName, Policy }));
    await aws.backup.send(
      new backup.PutBackupVaultNotificationsCommand({
        BackupVaultName,
        SNSTopicArn: told.SNSTopicArn,
        BackupVaultEvents: ["COPY_JOB_FAILED"],
      }),
    );
    expect((await item(backupVaults, "aws_backup_vault", BackupVaultName)).settings).toMatchObject({
      locked: true,
      minRetentionDays: 1,
      policy: { Statement: [deny] },
      topic: told.SNSTopicArn,
      events: told.BackupVaultEvents,
    });
  });

  it("tells a plan's rules, where they copy to, and what is backed up under which role", async () => {
    const trust = { Effect: "Allow", Principal: { Service: "backup.amazonaws.com" }, Action: "sts:AssumeRole" };
    const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [trust] });
    const role = await aws.iam.send(new CreateRoleCommand({ RoleName: "backup", AssumeRolePolicyDocument }));
    const elsewhere = "arn:aws:backup:eu-central-1:123456789012:backup-vault:copies";
    const rule = { RuleName: "daily", TargetBackupVaultName: "shop", Lifecycle: { DeleteAfterDays: 35 } };
    const CopyActions = [{ DestinationBackupVaultArn: elsewhere, Lifecycle: { DeleteAfterDays: 7 } }];
    const BackupPlan = { BackupPlanName: "plan", Rules: [{ ...rule, CopyActions }] };
    const { BackupPlanId } = await aws.backup.send(new backup.CreateBackupPlanCommand({ BackupPlan }));
    const database = "arn:aws:rds:eu-west-1:123456789012:cluster:orders";
    const selection = { SelectionName: "database", IamRoleArn: role.Role?.Arn, Resources: [database] };
    await aws.backup.send(new backup.CreateBackupSelectionCommand({ BackupPlanId, BackupSelection: selection }));

    expect((await item(backupPlans, "aws_backup_plan", "plan")).settings).toMatchObject({
      rules: { daily: { ...rule, copies: [{ DeleteAfterDays: 7 }] } },
      copiedTo: { daily: [elsewhere] },
    });
    expect((await item(backupPlans, "aws_backup_selection", "database of plan")).settings).toMatchObject({
      role: role.Role?.Arn,
      resources: [database],
    });
  });
});
