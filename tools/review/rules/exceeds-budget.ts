import { finding, type PlanRule } from "./rule";

const usd = (amount: number): string => `${Math.round(amount).toLocaleString("en-US")} USD`;

/** Who set a budget wanted to be asked before it is exceeded. */
export const exceedsBudget: PlanRule = {
  id: "exceeds-budget",
  about: "What an environment is expected to cost is over its budget, and the change makes it more.",
  severities: ["high"],
  cannotSee:
    "The bill: it prices what is planned with the usage that regions/usage.ts says. It knows environments of regions/ only.",
  checkPlan: ({ root, cost }) => {
    if (cost === undefined || cost.expectedUsd <= cost.budgetUsd || cost.changeUsd <= 0) return [];
    const { environment, expectedUsd, budgetUsd, changeUsd } = cost;
    return [
      {
        address: root,
        verdict: finding({
          severity: "high",
          why: `${environment} is expected to cost ${usd(expectedUsd)} a month, over its budget of ${usd(budgetUsd)}; this plan adds ${usd(changeUsd)}.`,
          wayOut: `./shop cost ${environment} --verbose shows what costs most. Raise budgetUsd in regions/usage.ts with those who pay.`,
        }),
      },
    ];
  },
};
