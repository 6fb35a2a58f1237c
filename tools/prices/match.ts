import type { Figure } from "../cost/book-schema";
import { unitsIn } from "../cost/tiers";
import type { Product, Rate } from "./offer-file";

/** What a figure is found by in the price list: the rate's code, or the usage type and what tells its products apart. */
export const isOf = (figure: Figure, { sku, attributes }: Product): boolean => {
  if (figure.rateCode?.startsWith(`${sku}.`)) return true;
  if (figure.usagetype === undefined || attributes.usagetype !== figure.usagetype) return false;
  if (figure.operation !== undefined && attributes.operation !== figure.operation) return false;
  return Object.entries(expectedOf(figure)).every(([name, value]) => [undefined, value].includes(attributes[name]));
};

/** Products of one usage type that are not what the platform runs. */
const expectedOf = ({ sku }: Figure): Readonly<Record<string, string>> => {
  if (sku.startsWith("aurora.")) return { databaseEngine: "Aurora PostgreSQL" };
  if (sku.startsWith("rds.pg.")) return { databaseEngine: "PostgreSQL", licenseModel: "No license required" };
  if (sku.startsWith("elasticache.")) return { cacheEngine: sku.includes("valkey") ? "Valkey" : "Redis" };
  return sku.startsWith("ec2.")
    ? { tenancy: "Shared", operatingSystem: "Linux", preInstalledSw: "NA", capacitystatus: "Used" }
    : {};
};

/** The price of a figure's unit by the rates of its products: one, or why there is none. */
export function priceIn(figure: Figure, rates: readonly Rate[]): number | string {
  const own = rates.filter(({ product }) => isOf(figure, product));
  if (own.length === 0) return "not in the price list";
  const exact = own.filter(({ rateCode }) => rateCode === figure.rateCode);
  const tier = exact.length > 0 ? exact : tierOf(figure, own);
  const prices = [...new Set(tier.map(({ usd }) => usd * unitsIn(figure.sku)))];
  const [price] = prices;
  if (price === undefined) return "the price list has no such tier";
  return prices.length === 1 ? Number(price.toPrecision(10)) : `the price list has ${prices.length} prices for it`;
}

/** The rates of the figure's tier; where it names none, of the first that is not free. */
function tierOf({ tierFrom }: Figure, rates: readonly Rate[]): readonly Rate[] {
  if (tierFrom !== undefined && tierFrom > 0) return rates.filter(({ from }) => from === tierFrom);
  const charged = rates.filter(({ usd }) => usd > 0);
  const first = Math.min(...charged.map(({ from }) => from));
  return charged.filter(({ from }) => from === first);
}
