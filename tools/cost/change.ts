import { z } from "zod";
import type { Estimate, Line } from "./estimate";
import { total } from "./estimate";
import { difference, dollars, inCents, nothing, type Range, rangeSchema, sum } from "./range";

const driver = z.object({ name: z.string(), usd: rangeSchema });

/** What a change costs more, or less, a month. */
export const costChange = z.object({
  usd: rangeSchema.describe("More than before; less where it is negative."),
  drivers: z.array(driver).describe("The three resources that change it most."),
  line: z.string().nullable().describe("The change in one line; null where it is less than the threshold."),
});
export type CostChange = z.infer<typeof costChange>;

/** USD a month below which nobody needs to be told. */
export const thresholdUsd = 5;

/** How what costs before differs from what costs after: the range, and the three resources that change it most. */
export function changeBetween(before: Estimate, after: Estimate, threshold = thresholdUsd): CostChange {
  const usd = difference(total(after.lines), total(before.lines));
  const [was, is] = [byResource(before.lines), byResource(after.lines)];
  const drivers = [...new Set([...was.keys(), ...is.keys()])]
    .map((name) => ({ name, usd: difference(is.get(name) ?? nothing, was.get(name) ?? nothing) }))
    .filter((one) => largest(one.usd) >= 0.005)
    .sort(
      (one, other) => Math.abs(other.usd.expected) - Math.abs(one.usd.expected) || one.name.localeCompare(other.name),
    )
    .slice(0, 3);
  const isTold = largest(usd) >= threshold || drivers.some((one) => largest(one.usd) >= threshold);
  return {
    usd: inCents(usd),
    drivers: drivers.map((one) => ({ ...one, usd: inCents(one.usd) })),
    line: isTold ? lineOf(usd, drivers) : null,
  };
}

const largest = ({ low, expected, high }: Range): number => Math.max(...[low, expected, high].map(Math.abs));

function byResource(lines: readonly Line[]): Map<string, Range> {
  const found = new Map<string, Range>();
  for (const { environment, region, address, usd, apart } of lines) {
    const name = `${environment} ${region} ${address.replace(/^module\./, "")}`.trim();
    if (!apart) found.set(name, sum([found.get(name) ?? nothing, usd]));
  }
  return found;
}

const lineOf = (usd: Range, drivers: CostChange["drivers"]): string =>
  `Cost: ${signed(usd.expected)} USD a month expected, ${signed(usd.low)} at the least and ${signed(usd.high)} at the most: ${drivers
    .map((one) => `${one.name} ${signed(one.usd.expected)}`)
    .join(", ")}.`;

const signed = (amount: number): string => `${amount < 0 ? "−" : "+"}${dollars(Math.abs(amount))}`;
