import type { EnvironmentCost } from "./report";

/** What environments cost as CSV (RFC 4180): each line, and then what has no price, with empty sums. */
export function csv(costs: readonly EnvironmentCost[]): string {
  const head = [
    "environment",
    "region",
    "tier",
    "resource",
    "what",
    "per",
    "unit",
    "low_usd",
    "expected_usd",
    "high_usd",
    "uncertain",
  ];
  const rows = costs.flatMap(({ lines, unpriced }) => [
    ...lines.map(({ environment, region, tier, address, what, per, unit, usd, uncertain }) => [
      environment,
      region,
      tier,
      address,
      what,
      per,
      unit,
      usd.low,
      usd.expected,
      usd.high,
      uncertain.join("; "),
    ]),
    ...unpriced.map(({ environment, region, tier, address, what, why }) => [
      environment,
      region,
      tier,
      address,
      what,
      "",
      "",
      "",
      "",
      "",
      why,
    ]),
  ]);
  return [head, ...rows].map((row) => row.map(field).join(",")).join("\n");
}

const field = (value: string | number): string => {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
