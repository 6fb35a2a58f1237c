import { BackupClient, DescribeGlobalSettingsCommand } from "@aws-sdk/client-backup";
import { type Environment, liveRegions } from "../../regions/schema/environment";
import { asking } from "./asking";
import { type Finding, of } from "./finding";

const { ok, wrong } = of("account");

/**
 * Whether the organization lets AWS Backup copy into another account, where a region file says that it does.
 *
 * Only the management account can switch it on; an account that is in no organization gets an error.
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeGlobalSettings.html
 */
export const copiesInAnotherAccountFindings = async (
  environment: Environment,
  backup?: Pick<BackupClient, "send">,
): Promise<Finding[]> => {
  const [copying] = liveRegions(environment).filter(({ backup: { copiesToAccount } }) => copiesToAccount !== null);
  if (copying === undefined) return [];
  const to = `account ${copying.backup.copiesToAccount}`;
  return asking(
    { what: `whether backups can be copied to ${to}`, actions: "backup:DescribeGlobalSettings, in an organization" },
    async () => {
      const client = backup ?? new BackupClient({ region: copying.name });
      const { GlobalSettings } = await client.send(new DescribeGlobalSettingsCommand({}));
      return GlobalSettings?.isCrossAccountBackupEnabled === "true"
        ? [ok(`the organization lets backups be copied to ${to}`)]
        : [
            wrong(
              `the organization does not let backups be copied into other accounts, so copies to ${to} fail`,
              `in its management account: aws backup update-global-settings --region ${copying.name} --global-settings isCrossAccountBackupEnabled=true`,
            ),
          ];
    },
  );
};
