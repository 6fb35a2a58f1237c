import { type UsageFile, usageFrom } from "../../../regions/schema/usage-schema";
import type { ValuedResource } from "../../../terraform/values/resource";
import { PriceBook } from "../../../tools/cost/book";
import { estimate, total } from "../../../tools/cost/estimate";
import type { Range } from "../../../tools/cost/range";

/** A resource of the environment `test` in eu-west-1. */
export const resource = (
  type: string,
  values: ValuedResource["values"],
  its: Partial<ValuedResource> = {},
): ValuedResource => ({
  address: `module.tier.${type}.one`,
  type,
  values,
  count: 1,
  root: "test-eu-west-1-tier",
  environment: "test",
  region: "eu-west-1",
  tier: "tier",
  recovery: false,
  ...its,
});

/** A price book with these prices in eu-west-1, and what Spot takes off, in percent. */
export const bookOf = (
  prices: Readonly<Record<string, number>>,
  spot: Readonly<Record<string, number>> = {},
): PriceBook =>
  new PriceBook({
    currency: "USD",
    hoursPerMonth: 730,
    sources: [{ id: "test", what: "a test", kind: "primary", date: "2026-06-01" }],
    prices: Object.entries(prices).map(([at, usd]) => {
      const [sku = "", region = "eu-west-1"] = at.split("@");
      const [, from, to] = /\.(\d+)-(\d+)TB$/.exec(sku) ?? [];
      const tier = from === undefined ? {} : { tierFrom: Number(from) * 1_024, tierTo: Number(to) * 1_024 };
      return {
        ...tier,
        sku,
        region,
        usd,
        unit: "unit",
        confidence: "verified-2-sources",
        sources: ["test"],
        offer: "Test",
      };
    }),
    discounts: Object.entries(spot).map(([sku, percent]) => ({
      kind: "spot",
      sku,
      region: "eu-west-1",
      percent,
      confidence: "single-source",
      sources: ["test"],
    })),
    conflicts: [],
  });

/** The same value in every scenario. */
export const always = (value: number) => ({ low: value, expected: value, high: value, source: "test" });

/** What resources cost a month, and what has no price. */
export function costing(
  resources: readonly ValuedResource[],
  prices: PriceBook,
  differs: UsageFile["differs"] = {},
): Range & { readonly unpriced: readonly string[] } {
  const { lines, unpriced } = estimate(resources, usageFrom({ differs }), prices);
  return { ...total(lines), unpriced: unpriced.map(({ what, why }) => `${what}: ${why}`) };
}
