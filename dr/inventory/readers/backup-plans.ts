import {
  type BackupPlansListMember,
  type BackupRule,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  paginateListBackupPlans,
  paginateListBackupSelections,
} from "@aws-sdk/client-backup";
import type { Aws } from "../../aws";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Item } from "../item";
import type { Reader } from "../reader";

/** AWS Backup's plans with their rules, and what they back up. */
export const backupPlans: Reader = {
  service: "Backup",
  async list(aws) {
    const plans = await everyItem(
      paginateListBackupPlans({ client: aws.backup }, {}),
      ({ BackupPlansList }) => BackupPlansList,
    );
    return (await Promise.all(plans.map((plan) => items(aws, plan)))).flat();
  },
};

async function items({ backup: client }: Aws, plan: BackupPlansListMember): Promise<Item[]> {
  const { BackupPlanId, BackupPlanName } = plan;
  const [{ BackupPlan }, selections] = await Promise.all([
    client.send(new GetBackupPlanCommand({ BackupPlanId })),
    everyItem(
      paginateListBackupSelections({ client }, { BackupPlanId }),
      ({ BackupSelectionsList }) => BackupSelectionsList,
    ),
  ]);
  const rules = BackupPlan?.Rules ?? [];
  return [
    {
      type: "aws_backup_plan",
      id: given(BackupPlanId),
      name: BackupPlanName,
      handles: [given(plan.BackupPlanArn)],
      settings: {
        rules: Object.fromEntries(rules.map((rule) => [rule.RuleName, withoutDestinations(rule)])),
        copiedTo: Object.fromEntries(rules.map((rule) => [rule.RuleName, destinations(rule)])),
      },
    },
    ...(await Promise.all(
      selections.map(async ({ SelectionId, SelectionName }) => {
        const asked = new GetBackupSelectionCommand({ BackupPlanId, SelectionId });
        const { BackupSelection } = await client.send(asked);
        return {
          type: "aws_backup_selection",
          id: given(SelectionId),
          name: `${SelectionName} of ${BackupPlanName}`,
          settings: {
            role: BackupSelection?.IamRoleArn,
            resources: BackupSelection?.Resources,
            notResources: BackupSelection?.NotResources,
            tags: BackupSelection?.ListOfTags,
            conditions: BackupSelection?.Conditions,
          },
        };
      }),
    )),
  ];
}

const destinations = ({ CopyActions = [] }: BackupRule) =>
  CopyActions.map(({ DestinationBackupVaultArn }) => DestinationBackupVaultArn);

const withoutDestinations = ({ RuleId: _, CopyActions, ...rule }: BackupRule) => ({
  ...rule,
  copies: CopyActions?.map(({ Lifecycle }) => Lifecycle),
});
