import {
  type BackupRule,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  paginateListBackupPlans,
  paginateListBackupSelections,
} from "@aws-sdk/client-backup";
import type { Aws } from "../aws";
import { everyItem } from "./pages";

/** A plan's selection of a resource: the role that backs it up, and the rules by which. */
interface Selected {
  readonly roleArn: string | undefined;
  readonly rules: readonly BackupRule[];
}

/** The vault and the role with which a plan backs a resource up; undefined where none does. */
export async function backedUpBy(aws: Aws, resourceArn: string) {
  for (const { roleArn, rules } of await selectionsOf(aws, resourceArn))
    for (const { TargetBackupVaultName: vaultName } of rules) if (roleArn && vaultName) return { vaultName, roleArn };
  return undefined;
}

/** The rules that a resource is backed up by: those of every plan that selects it by its ARN. */
export const rulesFor = async (aws: Aws, resourceArn: string | undefined): Promise<BackupRule[]> =>
  (await selectionsOf(aws, resourceArn)).flatMap(({ rules }) => rules);

async function selectionsOf({ backup: client }: Aws, resourceArn: string | undefined): Promise<Selected[]> {
  const plans = await everyItem(paginateListBackupPlans({ client }, {}), (page) => page.BackupPlansList);
  const selected = plans.map(async ({ BackupPlanId }): Promise<Selected[]> => {
    const selections = await everyItem(
      paginateListBackupSelections({ client }, { BackupPlanId }),
      (page) => page.BackupSelectionsList,
    );
    const found = await Promise.all(
      selections.map(async ({ SelectionId }) => {
        const { BackupSelection } = await client.send(new GetBackupSelectionCommand({ BackupPlanId, SelectionId }));
        return BackupSelection;
      }),
    );
    const its = found.find((one) => one?.Resources?.some((arn) => arn === resourceArn));
    if (!its) return [];
    const { BackupPlan } = await client.send(new GetBackupPlanCommand({ BackupPlanId }));
    return [{ roleArn: its.IamRoleArn, rules: BackupPlan?.Rules ?? [] }];
  });
  return (await Promise.all(selected)).flat();
}
