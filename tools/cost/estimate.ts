import type { Usage } from "../../regions/schema/usage-schema";
import type { ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";
import type { Figure } from "./book-schema";
import type { Part } from "./kind";
import { kinds } from "./kinds";
import { type Range, sum } from "./range";
import { usdOf } from "./tiers";
import { Estate, quantitiesOf, scenarios, Use } from "./use";

/** Something that costs, by where it is. */
export interface Line extends Place {
  readonly what: string;
  readonly per: Part["per"];
  readonly usd: Range;
  readonly quantity: Range;
  readonly unit: string;
  /** The prices that it rests on: as expected first. */
  readonly figures: readonly Figure[];
  /** Why it may be wrong beyond its range: none where two sources agree on the price. */
  readonly uncertain: readonly string[];
  readonly apart: boolean;
}

interface Place {
  readonly environment: string;
  readonly region: string;
  readonly tier: string;
  readonly root: string;
  readonly address: string;
  readonly type: string;
}

/** Something that costs, and nobody knows how much. */
export interface Unpriced extends Place {
  readonly what: string;
  readonly why: string;
}

/** What resources cost in a month. */
export interface Estimate {
  readonly lines: readonly Line[];
  readonly unpriced: readonly Unpriced[];
}

/** Prices the resources of an environment; what stands only during a recovery, too, if it is among them. */
export function estimate(resources: readonly ValuedResource[], usage: Usage, book: PriceBook): Estimate {
  const estate = new Estate(resources);
  const [low, expected, high] = scenarios.map((scenario) =>
    pricesAt(new Use(quantitiesOf(usage, scenario), estate, book), estate),
  );
  const keys = new Set([low, expected, high].flatMap((one) => [...(one?.costs.keys() ?? [])]));
  return {
    lines: [...keys].flatMap((key) => {
      const [at = [], ...others] = [expected, low, high].map((one) => one?.costs.get(key) ?? []);
      return merged([at, ...others].flat());
    }),
    // What is not used as expected may be at the most.
    unpriced: distinct([expected, low, high].flatMap((one) => one?.unpriced ?? [])),
  };

  function merged(those: readonly Cost[]): Line[] {
    const [first] = those;
    if (!first) return [];
    const { part, place, figure } = first;
    const usd = those.map((one) => one.usd);
    const quantity = those.map((one) => one.part.quantity * one.times);
    const range = (values: readonly number[]): Range => ({
      low: Math.min(...values),
      expected: values[0] ?? 0,
      high: Math.max(...values),
    });
    const figures = [
      ...new Map(those.filter((one) => one.part.quantity > 0).map((one) => [one.figure.sku, one.figure])).values(),
    ];
    return [
      {
        ...place,
        what: part.what,
        per: part.per,
        usd: range(usd),
        quantity: range(quantity),
        unit: figure.unit,
        figures: figures.length > 0 ? figures : [figure],
        uncertain: [...new Set([...doubts(figure), ...(part.uncertain ? [part.uncertain] : [])])],
        apart: part.apart ?? false,
      },
    ];
  }
}

interface Cost {
  readonly part: Part;
  readonly place: Place;
  readonly figure: Figure;
  readonly times: number;
  readonly usd: number;
}

/** What is in doubt about a price by itself. */
export const doubts = ({ confidence }: Pick<Figure, "confidence">): string[] => {
  if (confidence === "from-memory") return ["price from memory"];
  if (confidence === "single-source") return ["price from one source"];
  return confidence === "derived" ? ["price derived from another size"] : [];
};

const distinct = (all: readonly Unpriced[]): Unpriced[] => [
  ...new Map(all.map((one) => [`${one.root} ${one.address} ${one.what}`, one])).values(),
];

/** What resources cost with the quantities of a use. */
function pricesAt(use: Use, { resources }: Estate): { costs: Map<string, Cost[]>; unpriced: Unpriced[] } {
  const costs = new Map<string, Cost[]>();
  const unpriced: Unpriced[] = [];
  for (const resource of resources) {
    const { environment, region, tier, root, address, type, count } = resource;
    const place = { environment, region, tier, root, address, type };
    for (const part of partsOf(resource, use)) {
      if ("noPrice" in part) {
        unpriced.push({ ...place, what: part.noPrice, why: part.why ?? "no price in the price book" });
        continue;
      }
      const where = part.region ?? region;
      const figure = use.book.find(part.sku, where);
      if (figure) {
        const key = `${root} ${address} ${part.what}`;
        const usd = usdOf(part.quantity, figure, use.book) * (part.factor ?? 1) * count;
        costs.set(key, [...(costs.get(key) ?? []), { part, place, figure, times: count, usd }]);
      } else if (part.quantity > 0)
        unpriced.push({ ...place, what: `${part.what} (${part.sku})`, why: `no price for ${where}` });
    }
  }
  return { costs, unpriced };
}

/** What a resource consists of for AWS's bill. */
function partsOf(resource: ValuedResource, use: Use): readonly (Part | { noPrice: string; why?: string })[] {
  const kind = kinds[resource.type];
  if (!kind) return [{ noPrice: resource.type, why: "this type has no decision in tools/cost/kinds" }];
  if ("parts" in kind) return kind.parts(resource, use);
  return "noPrice" in kind ? [kind] : [];
}

/** The sum of what resources cost in USD a month with the quantities of a use, without what is told apart. */
export const sumAt = (use: Use, { resources }: Estate): number =>
  resources.reduce((sum, resource) => {
    for (const part of partsOf(resource, use)) {
      if ("noPrice" in part || part.apart) continue;
      const figure = use.book.find(part.sku, part.region ?? resource.region);
      if (figure) sum += usdOf(part.quantity, figure, use.book) * (part.factor ?? 1) * resource.count;
    }
    return sum;
  }, 0);

/** The sum of some lines, without what is told apart. */
export const total = (lines: readonly Line[]): Range => sum(lines.filter(({ apart }) => !apart).map(({ usd }) => usd));
