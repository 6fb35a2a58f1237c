import type { PriceBook } from "./book";
import { type Estimate, total } from "./estimate";
import { nothing, type Range, sum } from "./range";

/** A sum of what has a price, and what has none: the sum is at least that. */
export interface KnownSum {
  readonly usd: Range;
  readonly missing: readonly string[];
}

export const plus = (...sums: readonly KnownSum[]): KnownSum => ({
  usd: sum(sums.map(({ usd }) => usd)),
  missing: [...new Set(sums.flatMap(({ missing }) => missing))].sort(),
});

export const sumOfEstimate = ({ lines, unpriced }: Estimate): KnownSum => ({
  usd: total(lines),
  missing: [...new Set(unpriced.map(({ what, why }) => `${what}: ${why}`))].sort(),
});

/** So much of something in a month, in a region. */
export function costOfQuantity(quantity: Range, price: { book: PriceBook; sku: string; region: string }): KnownSum {
  const { book, sku, region } = price;
  const usd = book.find(sku, region)?.usd;
  if (usd === undefined) return { usd: nothing, missing: [`${sku}: no price for ${region}`] };
  const { low, expected, high } = quantity;
  return { usd: { low: low * usd, expected: expected * usd, high: high * usd }, missing: [] };
}
