import { z } from "zod";
import type { Usage } from "../../regions/schema/usage-schema";
import type { ValuedResource } from "../../terraform/values/resource";
import { figuresUsed, figureUsed } from "./ages";
import type { PriceBook } from "./book";
import { type Estimate, estimate, type Line, total } from "./estimate";
import { notCharged } from "./not-charged";
import { cents, inCents, rangeSchema } from "./range";
import { swings } from "./sensitivity";

const group = z.object({
  name: z.string(),
  usd: rangeSchema,
  uncertainUsd: z.number().describe("What of the expected sum rests on one source, memory, or a derived figure."),
});
export type Group = z.infer<typeof group>;

const place = { environment: z.string(), region: z.string(), tier: z.string(), address: z.string() };

/** What an environment costs a month. */
export const environmentCost = z.object({
  environment: z.string(),
  usd: rangeSchema,
  uncertainUsd: z.number(),
  budgetUsd: z.number().nullable(),
  overBudget: z.boolean().describe("Whether the expected cost is over the budget."),
  byTier: z.array(group),
  byRegion: z.array(group),
  apart: z.array(z.object({ what: z.string(), usd: z.number() })).describe("Not in the sum."),
  assumptions: z
    .array(
      z.object({
        name: z.string(),
        about: z.string(),
        source: z.string(),
        unit: z.string(),
        expected: z.number(),
        low: z.number(),
        high: z.number(),
        usdAtLow: z.number(),
        usdAtHigh: z.number(),
      }),
    )
    .describe("Every assumption on usage, and where the expected sum goes with it alone; what moves it most is first."),
  lines: z.array(
    z.object({
      ...place,
      what: z.string(),
      per: z.enum(["hour", "month", "use"]),
      quantity: rangeSchema.describe("In units of the price, a month."),
      unit: z.string(),
      usd: rangeSchema,
      uncertain: z.array(z.string()),
    }),
  ),
  unpriced: z
    .array(z.object({ ...place, what: z.string(), why: z.string() }))
    .describe("What costs, too, but has no price."),
  notCharged: z
    .array(z.object({ type: z.string(), count: z.int(), why: z.string() }))
    .describe("Types of resources that are free, or in the price of others."),
  figures: z.array(figureUsed),
});
export type EnvironmentCost = z.infer<typeof environmentCost>;

/** What an estimate is made with. */
export interface Basis {
  readonly usage: Usage;
  readonly book: PriceBook;
  readonly now: Date;
}

/** What the resources of an environment cost a month. */
export function costOf(
  environment: string,
  resources: readonly ValuedResource[],
  { usage, book, now }: Basis,
): EnvironmentCost {
  const found = estimate(resources, usage, book);
  const usd = total(found.lines);
  return {
    environment,
    usd: inCents(usd),
    uncertainUsd: uncertainIn(found.lines),
    budgetUsd: usage.budgetUsd ?? null,
    overBudget: usage.budgetUsd !== undefined && usd.expected > usage.budgetUsd,
    byTier: groupsOf(found, ({ tier }) => tier),
    byRegion: groupsOf(found, ({ region }) => region),
    apart: found.lines.filter(({ apart }) => apart).map(({ what, usd }) => ({ what, usd: cents(usd.expected) })),
    assumptions: swings(resources, usage, book).map((one) => ({
      ...one,
      usdAtLow: cents(one.usdAtLow),
      usdAtHigh: cents(one.usdAtHigh),
    })),
    lines: found.lines.map((one) => ({ ...one, usd: inCents(one.usd), uncertain: [...one.uncertain] })),
    unpriced: [...found.unpriced],
    notCharged: notCharged(resources),
    figures: figuresUsed(found.lines, book, now),
  };
}

/** The sums of what lines have in common, the dearest first. */
export function groupsOf({ lines }: Pick<Estimate, "lines">, nameOf: (line: Line) => string): Group[] {
  const names = [...new Set(lines.map(nameOf))];
  return names
    .map((name) => {
      const those = lines.filter((line) => nameOf(line) === name);
      return { name, usd: inCents(total(those)), uncertainUsd: uncertainIn(those) };
    })
    .sort((one, other) => other.usd.expected - one.usd.expected || one.name.localeCompare(other.name));
}

const uncertainIn = (lines: readonly Line[]): number =>
  cents(total(lines.filter(({ uncertain }) => uncertain.length > 0)).expected);
