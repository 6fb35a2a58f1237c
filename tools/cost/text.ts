import { columns } from "../../terraform/process/columns";
import { largest } from "./largest";
import { dollars } from "./range";
import type { EnvironmentCost, Group } from "./report";

/** How a cost is shown: by what, and whether each line of it is. */
export interface Shown {
  readonly by?: "tier" | "region" | "environment";
  readonly verbose?: boolean;
}

/** What environments cost, for people. */
export function costText(costs: readonly EnvironmentCost[], { by = "tier", verbose = false }: Shown): string {
  if (by === "environment") {
    const rows = costs.map(({ environment, ...its }) => ({ name: environment, ...its }));
    return [table("ENVIRONMENT", rows), "", ...restOf(together(costs))].join("\n");
  }
  return costs
    .map((one) =>
      [
        head(one),
        "",
        table(by.toUpperCase(), by === "tier" ? one.byTier : one.byRegion),
        ...(verbose ? ["", lines(one), "", assumptions(one), "", prices(one), "", free(one)] : []),
        "",
        ...notes(one),
      ].join("\n"),
    )
    .join("\n\n");
}

const head = ({ environment, usd, budgetUsd, overBudget }: EnvironmentCost): string => {
  const budget = budgetUsd === null ? "no budget" : `budget ${dollars(budgetUsd)}${overBudget ? ", EXCEEDED" : ""}`;
  return `${environment}: ${dollars(usd.expected)} USD a month expected, ${dollars(usd.low)} low, ${dollars(usd.high)} high (${budget})`;
};

const table = (title: string, groups: readonly Group[]): string =>
  columns([
    [title, "LOW", "EXPECTED", "HIGH", "OF IT UNCERTAIN"],
    ...groups.map(({ name, usd, uncertainUsd }) => [
      name,
      dollars(usd.low),
      dollars(usd.expected),
      dollars(usd.high),
      dollars(uncertainUsd),
    ]),
  ]);

const lines = ({ lines: all }: EnvironmentCost): string =>
  columns([
    ["REGION", "RESOURCE", "WHAT", "LOW", "EXPECTED", "HIGH", "UNCERTAIN"],
    ...[...all]
      .sort((one, other) => other.usd.expected - one.usd.expected)
      .map(({ region, address, what, usd, uncertain }) => [
        region,
        address.replace(/^module\./, ""),
        what,
        dollars(usd.low),
        dollars(usd.expected),
        dollars(usd.high),
        uncertain.join("; ") || "-",
      ]),
  ]);

/** Every assumption on usage. */
const assumptions = ({ assumptions: all }: EnvironmentCost): string =>
  columns([
    ["ASSUMED A MONTH", "LOW", "EXPECTED", "HIGH", "UNIT", "SUM AT LOW", "SUM AT HIGH", "SOURCE"],
    ...all.map(({ name, low, expected, high, unit, usdAtLow, usdAtHigh, source }) => [
      ...[name, String(low), String(expected), String(high), unit],
      ...[dollars(usdAtLow), dollars(usdAtHigh), source],
    ]),
  ]);

/** Every price, with its age. */
const prices = ({ figures }: EnvironmentCost): string =>
  columns([
    ["PRICE", "REGION", "USD", "UNIT", "OF", "AGE IN DAYS", "KNOWN FROM"],
    ...figures.map(({ sku, region, usd, unit, date, ageDays, confidence, old }) => [
      ...[sku, region, String(usd), unit, date ?? "not known"],
      `${ageDays ?? "not known"}${old ? " (old)" : ""}`,
      confidence,
    ]),
  ]);

/** What low and high mean. */
const meaning =
  "Low: every assumption is low at once, and groups get their cheapest instance type. High: every one is high, and the dearest. Neither is likely.";

/** What the sum rests on, and what is not in it. */
function notes(cost: EnvironmentCost): string[] {
  const { assumptions, uncertainUsd } = cost;
  return [
    meaning,
    "What costs most:",
    ...largest(cost).map((one) => `  ${one}`),
    "What moves the sum most:",
    ...assumptions
      .slice(0, 3)
      .map(
        ({ name, about, source, low, high, usdAtLow, usdAtHigh }) =>
          `  ${name} ${low} to ${high}: ${dollars(usdAtLow)} to ${dollars(usdAtHigh)} USD. ${about} (${source})`,
      ),
    `Uncertain: ${dollars(uncertainUsd)} USD of what is expected. --verbose says why, line by line.`,
    ...restOf(cost),
  ];
}

/** Everything that costs nothing by itself. */
const free = ({ notCharged }: EnvironmentCost): string =>
  columns([
    ["NOT CHARGED", "HOW MANY", "WHY"],
    ...notCharged.map(({ type, count, why }) => [type, String(count), why]),
  ]);

type Rest = Pick<EnvironmentCost, "apart" | "unpriced" | "figures">;

/** What is not in the sum, and how old its prices are. */
function restOf({ apart, unpriced, figures }: Rest): string[] {
  const old = figures.filter((one) => one.old);
  const oldest = old
    .map(({ date }) => date)
    .filter((date) => date !== null)
    .sort()[0];
  return [
    ...apart.map(({ what, usd }) => `Not in the sum: ${what}, ${dollars(usd)} USD a month.`),
    ...(unpriced.length === 0 ? [] : ["No price, and not in the sum:", ...told(unpriced)]),
    "Before tax, discounts and free allowances.",
    ...(old.length === 0
      ? []
      : [
          `Warning: ${old.length} of ${figures.length} prices are older than a year, or undated${oldest === undefined ? "" : `; the oldest is of ${oldest}`}. ./shop prices refreshes them.`,
        ]),
  ];
}

function told(unpriced: EnvironmentCost["unpriced"]): string[] {
  const places = new Map<string, Set<string>>();
  for (const { what, why, region } of unpriced) {
    const key = `${what}: ${why}`;
    places.set(key, (places.get(key) ?? new Set()).add(region));
  }
  return [...places].map(([key, regions]) => `  ${key} (${[...regions].sort().join(", ")})`);
}

/** What several environments rest on, as one. */
const together = (costs: readonly EnvironmentCost[]): Rest => ({
  apart: costs.flatMap(({ apart }) => apart),
  unpriced: costs.flatMap(({ unpriced }) => unpriced),
  figures: [
    ...new Map(costs.flatMap(({ figures }) => figures).map((one) => [`${one.sku} ${one.region}`, one])).values(),
  ],
});
