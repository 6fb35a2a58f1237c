import { environments } from "./environments";
import { defineUsage } from "./schema/usage-schema";

/**
 * What each environment uses in a month, and what it may cost: `./shop cost` reckons with it.
 *
 * What is not said here is as regions/schema/usage-fields.ts assumes it. Once a bill is there, say what it says:
 * `differs: { natGb: { low: 80, expected: 120, high: 200, source: "bill of May" } }`.
 */
export const usage = defineUsage(environments, {
  prod: { budgetUsd: 6_000 },
  staging: { budgetUsd: 1_000, scale: 0.1 },
  dev: { budgetUsd: 1_500, scale: 0.05 },
});
