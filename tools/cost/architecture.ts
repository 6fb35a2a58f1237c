import { z } from "zod";
import type { PriceBook } from "./book";
import { doubts } from "./estimate";
import { cents } from "./range";

/**
 * What the architecture that this platform follows assumes of its instances, in one region.
 *
 * It leaves Shield Advanced out, because it adds 3,000 USD a month.
 */
export const assumed = { tiers: 2, zones: 2, prepaid: 2, spot: 4, instanceType: "t4g.small" } as const;

export const architectureCost = z.object({
  region: z.string(),
  text: z.string(),
  usd: z.number().nullable().describe("USD a month of these instances alone; null where they have no price."),
  uncertain: z.array(z.string()),
});

/** Where reserved instances have a discount in the price book; elsewhere it is a proxy. */
const reservedIn = "us-east-1";

/** What the instances of that assumption cost in a region. */
export function architectureIn(region: string, book: PriceBook): z.infer<typeof architectureCost> {
  const { tiers, zones, prepaid, spot, instanceType } = assumed;
  const sku = `ec2.${instanceType}`;
  const text = `${prepaid} prepaid and ${spot} Spot ${instanceType} in each zone and tier, ${zones} zones, ${tiers} tiers`;
  const figure = book.find(sku, region);
  const off = book.discount("spot", sku, region);
  const reserved = book.discount("ri.1y.allupfront", sku, reservedIn);
  if (!figure || off === undefined || reserved === undefined)
    return { region, text, usd: null, uncertain: ["no price"] };
  const perHour = prepaid * figure.usd * (1 - reserved.percent / 100) + spot * figure.usd * (1 - off.percent / 100);
  return {
    region,
    text,
    usd: cents(tiers * zones * perHour * book.hoursPerMonth),
    uncertain: [
      ...doubts(figure),
      `Spot: ${off.of}`,
      ...(region === reservedIn ? [] : [`a prepaid year: that of ${reservedIn}`]),
    ],
  };
}
