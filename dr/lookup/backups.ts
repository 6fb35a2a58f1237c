import {
  type BackupRule,
  GetBackupPlanCommand,
  GetBackupSelectionCommand,
  paginateListBackupPlans,
  paginateListBackupSelections,
} from "@aws-sdk/client-backup";
import type { Aws } from "../aws";
import { everyItem } from "./pages";

/** The rules that a resource is backed up by: those of every plan that selects it by its ARN. */
export async function rulesFor({ backup: client }: Aws, resourceArn: string | undefined): Promise<BackupRule[]> {
  const plans = await everyItem(paginateListBackupPlans({ client }, {}), (page) => page.BackupPlansList);
  const rules = plans.map(async ({ BackupPlanId }) => {
    const selections = await everyItem(
      paginateListBackupSelections({ client }, { BackupPlanId }),
      (page) => page.BackupSelectionsList,
    );
    const resources = await Promise.all(
      selections.map(async ({ SelectionId }) => {
        const { BackupSelection } = await client.send(new GetBackupSelectionCommand({ BackupPlanId, SelectionId }));
        return BackupSelection?.Resources ?? [];
      }),
    );
    if (!resources.flat().some((arn) => arn === resourceArn)) return [];
    return (await client.send(new GetBackupPlanCommand({ BackupPlanId }))).BackupPlan?.Rules ?? [];
  });
  return (await Promise.all(rules)).flat();
}
