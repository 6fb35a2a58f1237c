import { z } from "zod";
import type { PriceBook } from "./book";
import { confidences } from "./book-schema";
import type { Line } from "./estimate";

/** Days after which a figure is old: AWS's prices seldom change, but a year is long. */
const oldAfterDays = 365;

/** A price that an estimate rests on. */
export const figureUsed = z.object({
  sku: z.string(),
  region: z.string(),
  usd: z.number(),
  unit: z.string(),
  confidence: z.enum(confidences),
  date: z.string().nullable().describe("The day that it is of; null where no source says one."),
  ageDays: z.int().nullable(),
  old: z.boolean().describe("Whether it is older than a year, or nobody knows."),
});
export type FigureUsed = z.infer<typeof figureUsed>;

/** Every price that some lines rest on, with its age. */
export function figuresUsed(lines: readonly Line[], book: PriceBook, now: Date): FigureUsed[] {
  const all = new Map(lines.flatMap(({ figures }) => figures).map((one) => [`${one.sku} ${one.region}`, one]));
  return [...all.values()].map((one) => {
    const date = book.dateOf(one) ?? null;
    const ageDays = date === null ? null : Math.max(0, Math.floor((now.getTime() - Date.parse(date)) / 86_400_000));
    const { sku, region, usd, unit, confidence } = one;
    return { sku, region, usd, unit, confidence, date, ageDays, old: ageDays === null || ageDays > oldAfterDays };
  });
}
