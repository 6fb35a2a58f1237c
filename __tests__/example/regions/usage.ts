import { defineUsage } from "../../../regions/schema/usage-schema";
import { environments } from "./environments";

/** What each environment uses in a month, and what it may cost. */
export const usage = defineUsage(environments, {
  prod: { budgetUsd: 6_000 },
  staging: { budgetUsd: 2_500, scale: 0.1 },
  dev: { budgetUsd: 2_500, scale: 0.05 },
});
