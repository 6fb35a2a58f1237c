import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import type { Environment } from "../../regions/schema/environment";
import type { Usage } from "../../regions/schema/usage-schema";
import { plannedResources } from "../../terraform/values/planned";
import { standingIn, type ValuedResource } from "../../terraform/values/resource";
import { architectureCost, architectureIn } from "./architecture";
import type { PriceBook } from "./book";
import { changeBetween, costChange } from "./change";
import { estimate } from "./estimate";
import { planCost } from "./plan-cost";
import { dollars } from "./range";
import { costOf, type EnvironmentCost, environmentCost } from "./report";
import { protection, safetyOf } from "./safety";

/** What `./shop cost` says. */
export const costResult = z.object({
  environments: z.array(environmentCost),
  architecture: z
    .array(architectureCost)
    .describe("What the architecture assumes of its instances, in each region that has some."),
  changes: z
    .array(costChange.extend({ environment: z.string(), since: z.string() }))
    .describe("With --since or --plan."),
  safety: z.array(protection).describe("With --safety: what each protection from the loss of a region costs."),
  findings: z.array(z.object({ environment: z.string(), finding: z.string() })).describe("Budgets that are exceeded."),
});
export type CostResult = z.infer<typeof costResult>;

/** What is priced, and with what. */
export interface Given {
  readonly environments: readonly Environment[];
  readonly resources: readonly ValuedResource[];
  readonly before?: { readonly because: string; readonly resources: readonly ValuedResource[] };
  readonly plan?: unknown;
  readonly safety: boolean;
  readonly book: PriceBook;
  readonly now: Date;
  readonly usageOf: (environment: string) => Usage;
}

export function resultOf(given: Given): CostResult {
  if (given.plan !== undefined) return ofPlan(given, given.plan);
  const { environments, resources, before, safety, book } = given;
  const costs = environments.map(({ name }) => costOf(name, standingIn(name, resources), basisOf(given, name)));
  return {
    environments: costs,
    architecture: architecturesOf(resources, book),
    changes: before
      ? environments.map(({ name }) => {
          const { usage } = basisOf(given, name);
          const [was, is] = [standingIn(name, before.resources), standingIn(name, resources)].map((all) =>
            estimate(all, usage, book),
          );
          return { environment: name, since: before.because, ...changeBetween(was ?? none, is ?? none) };
        })
      : [],
    safety: safety
      ? environments.flatMap((one) =>
          safetyOf(
            one,
            resources.filter(({ environment }) => environment === one.name),
            basisOf(given, one.name),
          ),
        )
      : [],
    findings: costs.flatMap(overBudget),
  };
}

const none = { lines: [], unpriced: [] };

const basisOf = ({ book, now, usageOf }: Given, environment: string) => ({ book, now, usage: usageOf(environment) });

/** A plan is of one root; how it compares with a budget, only the whole environment tells. */
function ofPlan(given: Given, plan: unknown): CostResult {
  const { before, after } = plannedResources(plan);
  if (after.length + before.length === 0)
    throw new UserError("--plan: there is no resource in it. Write it with: terraform show -json FILE.tfplan");
  const environment = [...after, ...before].map((one) => one.environment).find((name) => name !== "") ?? onlyIn(given);
  const basis = basisOf(given, environment);
  return {
    environments: [{ ...costOf(environment, after, basis), budgetUsd: null, overBudget: false }],
    architecture: [],
    changes: [{ environment, since: "the plan", ...planCost(plan, basis) }],
    safety: [],
    findings: [],
  };
}

/** The environment that somebody chose, for a plan that names none. */
function onlyIn({ environments: [one, ...others] }: Given): string {
  if (one && others.length === 0) return one.name;
  throw new UserError(
    "--plan: it does not say which environment it is of, because its provider has no default tag Environment. Say it, for example: ./shop cost prod --plan FILE.",
  );
}

const architecturesOf = (resources: readonly ValuedResource[], book: PriceBook): CostResult["architecture"] => {
  const groups = resources.filter(({ type, recovery }) => type === "aws_autoscaling_group" && !recovery);
  return [...new Set(groups.map(({ region }) => region))].map((region) => architectureIn(region, book));
};

const overBudget = ({ environment, usd, budgetUsd, overBudget: over }: EnvironmentCost): CostResult["findings"] =>
  over
    ? [
        {
          environment,
          finding: `${environment}: ${dollars(usd.expected)} USD a month are expected, over its budget of ${dollars(budgetUsd ?? 0)}. ./shop cost ${environment} --verbose shows what costs most; the budget is budgetUsd in regions/usage.ts.`,
        },
      ]
    : [];
