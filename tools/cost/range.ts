import { z } from "zod";

const usd = z.number();

/** USD a month. */
export const rangeSchema = z.object({ low: usd, expected: usd, high: usd });

/** USD a month, or another quantity, at the least, as expected, and at the most. */
export type Range = Readonly<z.infer<typeof rangeSchema>>;

export const nothing: Range = { low: 0, expected: 0, high: 0 };

export const sum = (ranges: readonly Range[]): Range =>
  ranges.reduce((all, one) => combined(all, one, (left, right) => left + right), nothing);

export const difference = (after: Range, before: Range): Range =>
  combined(after, before, (left, right) => left - right);

const combined = (left: Range, right: Range, how: (left: number, right: number) => number): Range => ({
  low: how(left.low, right.low),
  expected: how(left.expected, right.expected),
  high: how(left.high, right.high),
});

/** In whole cents, for what is printed for programs. */
export const inCents = ({ low, expected, high }: Range): Range => ({
  low: cents(low),
  expected: cents(expected),
  high: cents(high),
});

export const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** In whole dollars, for people: `1,370`. Cents where it is less than one. */
export const dollars = (amount: number): string =>
  amount !== 0 && Math.abs(amount) < 1
    ? amount.toFixed(2)
    : Math.round(amount).toLocaleString("en-US", { useGrouping: true });
