import { BackupVaultLockConfiguration } from "@cdktf/provider-aws/lib/backup-vault-lock-configuration";
import { Fn } from "cdktf";
import { Construct } from "constructs";
import { vault } from "../blocks/vault/vault";
import type { Inputs, Outputs } from "../core/contract";
import { type Home, homeOf } from "../core/home";
import { arrivals } from "./arrivals";
import { compliance, copiesContract, copyVaultName } from "./contract";

type C = typeof copiesContract;

/**
 * The copies tier: a vault for the backups of another region, created before that region is lost.
 *
 * A copy is encrypted with the vault's own key, so reading it needs nothing from the lost region. Only this account can copy
 * into the vault, and the accounts that `copyingAccountIds` names; in an account of its own it takes the backups of others. A
 * copy stays until it expires: the vault's policy lets only the break-glass roles delete it, and with a lock not even those. An
 * alarm in the vault's region watches for copies that do not arrive, where some are expected.
 *
 * *Cost*: a KMS key; storage by volume, and the transfer of each copy; an alarm of 0.20 USD a month.
 */
export class CopiesTier extends Construct implements Outputs<C> {
  static readonly contract = copiesContract;
  readonly vaultArn: string;
  readonly keyArn: string;

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { namePrefix, ephemeral, lock, breakGlassRoleNames } = inputs;
    const home = homeOf(this);

    const copies = vault(this, "copies", {
      home,
      name: copyVaultName(namePrefix),
      description: "Copies of backups from other regions",
      breakGlassRoleNames,
      forceDestroy: ephemeral,
      copiedByAccounts: inputs.copiedOnByAccounts ?? [],
      statements: [
        {
          sid: "CopyFromThisAccount",
          principals: [{ type: "AWS", identifiers: accountRoots(home, inputs.copyingAccountIds) }],
          actions: ["backup:CopyIntoBackupVault"],
          resources: ["*"],
        },
      ],
    });
    if (lock !== "off")
      new BackupVaultLockConfiguration(this, "lock", {
        backupVaultName: copies.name,
        minRetentionDays: 1,
        // AWS's least: after these days the lock is for ever. Without them it is a lock in governance mode.
        ...(lock === compliance ? { changeableForDays: 3 } : {}),
      });

    if (inputs.copiedFrom.length > 0) arrivals(this, { ...inputs, vaultName: copies.name });

    this.vaultArn = copies.arn;
    this.keyArn = copies.kmsKeyArn;
  }
}

const accountRoots = ({ partition, account }: Home, others: string[]): string[] =>
  Fn.formatlist(`arn:${partition}:iam::%s:root`, [Fn.concat([[account], others])]);
