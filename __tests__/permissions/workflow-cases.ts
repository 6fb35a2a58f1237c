import { applyCases } from "./apply-cases";
import { drillCases } from "./drill-cases";
import { planCases } from "./plan-cases";
import type { Cases } from "./requests";

/** The same of the roles of workflows. */
export const workflowCases: Readonly<Record<string, Cases>> = {
  "account plan": planCases,
  "account apply": applyCases,
  "dev/global/account drill": drillCases,
};
