import { z } from "zod";

/** How well a figure is known: one's own, AWS's price list and two sources that agree are certain, all others are not. */
export const confidences = [
  "own",
  "price-list",
  "verified-2-sources",
  "single-source",
  "derived",
  "from-memory",
] as const;

const source = z.strictObject({
  id: z.string(),
  what: z.string(),
  kind: z.string(),
  date: z.iso.date().nullable().describe("When the source was published or read; null where it does not say."),
  dateAsSaid: z.string().optional().describe("The date in the source's own words, where it is not one day."),
  url: z.url().optional(),
});

/** A price: `usd` for one `unit` of a `sku` in a region; `global` is everywhere, `eu` and `us` are CloudFront's. */
export const figure = z.strictObject({
  sku: z.string(),
  region: z.string(),
  usd: z.number().min(0),
  unit: z.string(),
  confidence: z.enum(confidences),
  sources: z.array(z.string()).min(1),
  offer: z.string().describe("Code of the offer in AWS's price list."),
  usagetype: z.string().optional(),
  usagetypeBasis: z.enum(["seen", "pattern"]).optional().describe("Pattern: made of the region's prefix, not read."),
  operation: z.string().optional(),
  rateCode: z.string().optional().describe("Code of the rate in AWS's price list."),
  tierFrom: z.number().optional(),
  tierTo: z.number().optional(),
  note: z.string().optional(),
  asOf: z.iso.date().optional().describe("When it was refreshed; without it, the newest date of its sources counts."),
});

const discount = z.strictObject({
  kind: z.enum(["spot", "fargate-spot", "ri.1y.allupfront"]),
  sku: z.string(),
  region: z.string(),
  percent: z.number().min(0).max(100),
  confidence: z.enum(confidences),
  sources: z.array(z.string()).min(1),
});

const conflict = z.looseObject({ sku: z.string(), region: z.string(), kept: z.number(), other: z.number() });

/** A price book: list prices in USD before tax, credits and free allowances, each with its sources. */
export const bookSchema = z
  .strictObject({
    currency: z.literal("USD"),
    hoursPerMonth: z.number().positive(),
    sources: z.array(source),
    prices: z.array(figure),
    discounts: z.array(discount),
    conflicts: z.array(conflict).default([]).describe("Where sources disagree: what was kept, and what not."),
  })
  .superRefine(({ sources, prices, discounts }, { addIssue }) => {
    const known = new Set(sources.map(({ id }) => id));
    for (const [list, rows] of Object.entries({ prices, discounts }))
      for (const [at, row] of rows.entries())
        for (const id of row.sources.filter((one) => !known.has(one)))
          addIssue({ code: "custom", path: [list, at, "sources"], message: `"${id}" is none of the sources` });
  });

export type BookFile = z.infer<typeof bookSchema>;
export type Figure = z.infer<typeof figure>;
