import { UserError } from "../../modules/core/user-error";
import { type PlanJson, planSchema } from "./schema";

/**
 * A plan, read.
 *
 * @throws UserError where it is not what `terraform show -json` writes of a plan
 */
export function readPlan(json: unknown, name: string): PlanJson {
  const read = planSchema.safeParse(json);
  const isPlan = typeof json === "object" && json !== null && ("resource_changes" in json || "planned_values" in json);
  if (read.success && isPlan) return read.data;
  const where = read.error?.issues[0]?.path.join(".");
  throw new UserError(
    `${name} is no plan${where ? ` (${where} is not as Terraform writes it)` : ""}. Write it with: terraform show -json FILE.tfplan`,
  );
}
