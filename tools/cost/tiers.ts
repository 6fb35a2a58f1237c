import type { PriceBook } from "./book";
import type { Figure } from "./book-schema";

/** What so much of something costs, by the tiers of its price: the first of it by the first tier's, the rest by the next. */
export function usdOf(quantity: number, figure: Figure, book: PriceBook): number {
  const { usd, sku, tierFrom = 0, tierTo } = figure;
  const next = book.nextTier(figure);
  if (tierTo === undefined || !next) return usd * quantity;
  const within = Math.min(quantity, (tierTo - tierFrom) / unitsIn(sku));
  return usd * within + (quantity > within ? usdOf(quantity - within, next, book) : 0);
}

/** How many AWS's own price list has in a figure's unit: a million requests, or ten thousand. */
export const unitsIn = (sku: string): number => {
  const [, count = "1", letter = ""] = /\.per(\d*)([kM])(?:\.|$)/.exec(sku) ?? [];
  return (Number(count) || 1) * ({ k: 1e3, M: 1e6 }[letter] ?? 1);
};
