import { compliance } from "../../modules/copies/contract";
import { CopiesTier } from "../../modules/copies/tier";
import { evaluated } from "../support/evaluated";
import { all, type Block, written } from "../support/module";
import { statements, wants } from "../support/statements";

const alone = { copiedFrom: [] };
const tier = written(CopiesTier, {}, alone);

describe("copies", () => {
  it("encrypts what is copied under a key of its own, which RDS and Backup use, also from the region that is copied from", () => {
    const [[, vault]] = all(tier, "aws_backup_vault") as [[string, { kms_key_arn: string }]];
    expect(vault.kms_key_arn).toBe("${aws_kms_key.copies.arn}");
    const [, ...uses] = statements(tier, "copies_key");
    expect(new Set(uses.flatMap((use) => wants(use, "kms:ViaService")))).toEqual(
      new Set(["backup.*.amazonaws.com", "rds.*.amazonaws.com"]),
    );
  });

  it("lets nobody but the break-glass roles delete a copy before its time, nor shorten that", () => {
    const [deny] = statements(tier, "copies_vault_policy");
    expect(deny).toMatchObject({ effect: "Deny", principals: [{ type: "*", identifiers: ["*"] }] });
    expect(deny?.actions).toEqual(
      expect.arrayContaining(["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"]),
    );
    expect(JSON.stringify(deny?.condition)).toContain("var.break_glass_role_names");
    expect(tier.variable.break_glass_role_names?.default).toEqual(["break-glass"]);
  });

  it("takes copies from its own account only, and from those that it is told", async () => {
    const allowed = statements(tier, "copies_vault_policy").filter(({ effect }) => effect !== "Deny");
    expect(allowed.map(({ actions }) => actions)).toEqual([["backup:CopyIntoBackupVault"]]);
    const from = (others: readonly string[]): string =>
      /^\$\{(.*)\}$/
        .exec(allowed[0]?.principals[0].identifiers)?.[1]
        ?.replace("${local.partition}", "aws")
        .replace("local.account", '"444455556666"')
        .replace("var.copying_account_ids", JSON.stringify(others)) ?? "";
    const root = (account: string) => `arn:aws:iam::${account}:root`;
    expect(tier.variable.copying_account_ids?.default).toEqual([]);
    expect(await evaluated([from([]), from(["333333333333"])])).toEqual([
      [root("444455556666")],
      [root("444455556666"), root("333333333333")],
    ]);
  });

  it("lets AWS Backup of another account copy on what a restored RDS instance is backed up under", () => {
    const [, ...uses] = statements(
      written(CopiesTier, {}, { ...alone, copiedOnByAccounts: ["444455556666"] }),
      "copies_key",
    );
    expect(uses.map(({ sid }) => sid)).toContain("CopyIntoOtherAccounts");
    expect(statements(tier, "copies_key").map(({ sid }) => sid)).not.toContain("CopyIntoOtherAccounts");
  });

  it("is not locked by default, so that what is made can be destroyed", () => {
    expect(tier.resource).not.toHaveProperty("aws_backup_vault_lock_configuration");
  });

  it.each([
    ["governance", undefined],
    [compliance, 3],
  ])("can be locked: %s", (lock, days) => {
    const [[, locked]] = all(written(CopiesTier, { lock }, alone), "aws_backup_vault_lock_configuration") as [
      [string, { changeable_for_days?: number }],
    ];
    expect(locked.changeable_for_days).toBe(days);
  });

  it("raises an alarm in its own region when no copy arrives any more, even when nothing at all is heard", () => {
    const [[, alarm]] = all(written(CopiesTier, {}, { copiedFrom: ["eu-west-1"] }), "aws_cloudwatch_metric_alarm") as [
      [string, Block],
    ];
    expect(alarm).toMatchObject({
      comparison_operator: "LessThanThreshold",
      threshold: 1,
      evaluation_periods: "${var.alarm_after_hours}",
      treat_missing_data: "breaching",
      alarm_actions: ["${var.findings_topic_arn}"],
    });
    expect(alarm.metric_query.flatMap(({ metric = [] }: Block) => metric)).toHaveLength(2);
    expect(JSON.stringify(alarm.metric_query)).toContain('{"BackupVaultName":"${aws_backup_vault.copies_vault.name}"}');
  });

  it("expects none where no region copies to it until one was recovered", () => {
    expect(tier.resource).not.toHaveProperty("aws_cloudwatch_metric_alarm");
  });
});
