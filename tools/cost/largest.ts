import { dollars } from "./range";
import type { EnvironmentCost } from "./report";

/** What costs most of what is expected: the three largest of everything that is alike, such as three NAT gateways. */
export function largest({ lines, apart }: Pick<EnvironmentCost, "lines" | "apart">): string[] {
  const sums = new Map<string, number>();
  const elsewhere = new Set(apart.map(({ what }) => what));
  for (const { tier, what, usd } of lines)
    if (!elsewhere.has(what)) sums.set(`${tier}: ${what}`, (sums.get(`${tier}: ${what}`) ?? 0) + usd.expected);
  return [...sums]
    .filter(([, usd]) => usd > 0)
    .sort(([one, usd], [other, its]) => its - usd || one.localeCompare(other))
    .slice(0, 3)
    .map(([name, usd]) => `${name}, ${dollars(usd)} USD`);
}
