import { type BackupRule, DescribeBackupVaultCommand } from "@aws-sdk/client-backup";
import { DescribeKeyCommand } from "@aws-sdk/client-kms";
import type { Check } from "../check";
import { evidence } from "../controls";
import { unlessAbsent } from "../inventory/answers";
import { rulesFor } from "../lookup/backups";
import { lookAtDatabase } from "../lookup/database";
import type { RecoveredRegion } from "./view";

/**
 * The recovered database is backed up on a schedule, and each backup copied to where the next loss does not reach it:
 * into a vault of a third region, under a key that can be used. What is copied into another account besides is beyond what
 * this one can look at.
 */
export const copyBackupsElsewhere: Check<RecoveredRegion> = {
  id: "copy-backups-elsewhere",
  title: "The database is backed up, and every backup is copied to a third region",
  question: "data",
  controls: evidence.backups,
  ask: (view) =>
    lookAtDatabase(view, async ({ cluster, instances: [instance] }) => {
      const databaseArn = cluster?.DBClusterArn ?? instance?.DBInstanceArn;
      const rules = await rulesFor(view.aws, databaseArn);
      const destinations = (rule: BackupRule) => destinationsIn(rule, accountIn(databaseArn));
      const vaults = [...new Set(rules.flatMap(destinations))];
      const problems = [
        ...(rules.length === 0 ? ["the database is in no backup plan"] : []),
        ...rules
          .filter((rule) => destinations(rule).length === 0)
          .map(({ RuleName }) => `backups of the rule ${RuleName} are copied nowhere`),
        ...(await Promise.all(vaults.map((arn) => vaultProblems(view, arn)))).flat(),
      ];
      return { seen: `${rules.length} rules, copies into ${vaults.join(", ") || "no vault"}`, problems };
    }),
};

const destinationsIn = ({ CopyActions = [] }: BackupRule, account: string | undefined): string[] =>
  CopyActions.flatMap(({ DestinationBackupVaultArn: arn }) => (arn && accountIn(arn) === account ? arn : []));

const accountIn = (arn: string | undefined): string | undefined => arn?.split(":")[4];

async function vaultProblems({ aws, awsIn, lost }: RecoveredRegion, arn: string): Promise<string[]> {
  const [, , , region = "", , , BackupVaultName] = arn.split(":");
  if (region === aws.region) return [`${arn} is in the region itself, whose loss takes the copies along`];
  if (region === lost.region) return [`${arn} is in the lost region`];
  const { backup, kms } = awsIn(region);
  const asked = backup.send(new DescribeBackupVaultCommand({ BackupVaultName }));
  const vault = await unlessAbsent(asked, "ResourceNotFoundException", "AccessDeniedException");
  if (!vault) return [`there is no vault ${arn}`];
  const key = await unlessAbsent(
    kms.send(new DescribeKeyCommand({ KeyId: vault.EncryptionKeyArn })),
    "NotFoundException",
  );
  const state = key?.KeyMetadata?.KeyState ?? "missing";
  return state === "Enabled" ? [] : [`the key of ${arn} is ${state}, not Enabled`];
}
