import { isDeepStrictEqual } from "node:util";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { kinds } from "../../cost/kinds";
import { type EstateRule, finding } from "./rule";

const usd = (amount: number): string => `${Math.round(amount).toLocaleString("en-US")} USD`;

/** Who set a budget wanted to be asked before it is exceeded. */
export const exceedsBudget: EstateRule = {
  id: "exceeds-budget",
  about: "What an environment is expected to cost is over its budget, and the change makes it more.",
  severities: ["high"],
  cannotSee:
    "The bill: it prices what is synthesized with the usage that regions/usage.ts says. It knows environments of regions/ only.",
  wayOut: "See what costs most with ./shop cost, or raise the budget with those who pay.",
  mayBeUnknown: true,
  checkEstate: ({ environment, budgetUsd, before, after }) => {
    const [was, is] = [sum(before.usdByRoot), sum(after.usdByRoot)];
    if (budgetUsd === undefined || is <= budgetUsd || is - was < 0.5) return [];
    const added = (root: string): number => (after.usdByRoot.get(root) ?? 0) - (before.usdByRoot.get(root) ?? 0);
    const [most = environment] = [...after.usdByRoot.keys()].sort((one, other) => added(other) - added(one));
    return [
      {
        root: most,
        address: most,
        verdict: finding({
          severity: "high",
          why: `${environment} is expected to cost ${usd(is)} a month, over its budget of ${usd(budgetUsd)}; this change adds ${usd(is - was)}.`,
          wayOut: `./shop cost ${environment} --verbose shows what costs most. Raise budgetUsd in regions/usage.ts with those who pay.`,
        }),
      },
    ];
  },
  missedIn: ({ changes }) => (changes.some(mayCostMore) ? "budget" : undefined),
};

const sum = (byRoot: ReadonlyMap<string, number>): number => [...byRoot.values()].reduce((all, one) => all + one, 0);

/** What makes something, or sets otherwise what AWS charges for by how it is set. */
function mayCostMore({ type, fate, before, after }: ResourceChange): boolean {
  const kind = kinds[type];
  if (!type.startsWith("aws_") || after === null || (kind && "free" in kind)) return false;
  if (fate === "create") return true;
  const names = fate === "update" || fate === "replace" ? Object.keys(after).filter((name) => sizes.test(name)) : [];
  return names.some((name) => !isDeepStrictEqual(before?.[name], after[name]));
}

/** What sets how much there is of something, or how large it is. */
const sizes =
  /(^|_)(class|type|size|count|capacity|iops|throughput|storage|memory|retention|mode|tier|units|nodes|replicas|az)(_|$)/;
