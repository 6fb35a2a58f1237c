import { BackupSelection } from "@cdktf/provider-aws/lib/backup-selection";
import { BackupVaultNotifications } from "@cdktf/provider-aws/lib/backup-vault-notifications";
import { Construct } from "constructs";
import { vault } from "../blocks/vault/vault";
import { copyVaultName } from "../copies/contract";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { backupRoleName } from "../core/names";
import { hoursOfWindows } from "../database/windows/contract";
import { backupAlarms } from "./alarms";
import { backupContract, backupVaultName } from "./contract";
import { backupPlan } from "./plan";
import { backupRole } from "./role";

type C = typeof backupContract;

/**
 * The backup tier: AWS Backup takes a snapshot of the database every `intervalHours`, and copies it to a vault in another
 * region, encrypted with that vault's key; where `copiesToAccount` says so, also into a vault in the same region of another
 * account.
 *
 * A copy outlives the region, or the account. Only the break-glass roles can delete a backup before it expires. A failed copy is
 * sent to the alert topic; alarms watch for failed jobs and for a newest backup that is too old.
 *
 * *Cost*: a KMS key, storage by volume; each copy is a full snapshot, billed by transfer and storage.
 */
export class BackupTier extends Construct implements Outputs<C> {
  static readonly contract = backupContract;
  readonly vaultArn: string;
  readonly planId: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, ephemeral, breakGlassRoleNames, copiesTo, copiesToAccount, databaseArn, alertTopicArn } =
      inputs;
    const home = boundedHomeOf(this, inputs);
    const name = backupRoleName(namePrefix);
    const otherAccountsVaultArn =
      copiesToAccount === null
        ? undefined
        : `arn:${home.partition}:backup:${home.region}:${copiesToAccount}:backup-vault:${copyVaultName(namePrefix)}`;
    const copyVaultArns = [
      ...(copiesTo === null ? [] : [inputs.copyVaultArn]),
      ...(otherAccountsVaultArn === undefined ? [] : [otherAccountsVaultArn]),
    ];
    const copied = copyVaultArns.length > 0;

    const backups = vault(this, "backups", {
      home,
      name: backupVaultName(namePrefix),
      description: "Backups of the region's database",
      breakGlassRoleNames,
      forceDestroy: ephemeral,
    });
    const plan = backupPlan(this, inputs, { name, vaultName: backups.name, copyVaultArns });
    const iamRoleArn = backupRole(this, home, { name, databaseArn, vaultArn: backups.arn, otherAccountsVaultArn });
    new BackupSelection(this, "database", {
      name: "database",
      planId: plan.id,
      iamRoleArn,
      resources: [databaseArn],
    });

    if (copied)
      new BackupVaultNotifications(this, "notifications", {
        backupVaultName: backups.name,
        snsTopicArn: alertTopicArn,
        // AWS sends no event for failed backups any more, but one for each completed job: the alarm tells of the former.
        backupVaultEvents: ["COPY_JOB_FAILED"],
      });
    backupAlarms(this, {
      namePrefix,
      vaultName: backups.name,
      alarmAfterHours: inputs.alarmAfterHours,
      hoursLeftOut: inputs.databaseEngine === "rds" ? hoursOfWindows.length : 0,
      copiedTo: [...(copiesTo === null ? [] : ["region"]), ...(copiesToAccount === null ? [] : ["account"])],
      topicArn: alertTopicArn,
    });

    this.vaultArn = backups.arn;
    this.planId = plan.id;
  }
}
