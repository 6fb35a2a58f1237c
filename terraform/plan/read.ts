import { UserError } from "../../modules/core/user-error";
import { type PlanJson, planSchema } from "./schema";

/**
 * A plan, read.
 *
 * @throws UserError where it is not what `terraform show -json` writes of a plan
 */
export function readPlan(json: unknown, name: string): PlanJson {
  const read = planSchema.safeParse(json);
  const isPlan = typeof json === "object" && json !== null && ownKeys.some((key) => key in json);
  if (read.success && isPlan) return read.data;
  const where = read.error?.issues[0]?.path.join(".");
  throw new UserError(
    `${name} is no plan${where ? ` (${where} is not as Terraform writes it)` : ""}. Write it with: terraform show -json FILE.tfplan`,
  );
}

/** What only plans have; Terraform leaves out what would be empty, and a shown state has its version and checks, too. */
const ownKeys = Object.keys(planSchema.shape)
  .filter((key) => key !== "terraform_version" && key !== "checks")
  .concat("planned_values");
