import { usageNames } from "../../regions/schema/usage-fields";
import type { Usage } from "../../regions/schema/usage-schema";
import type { ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";
import { sumAt } from "./estimate";
import { Estate, quantitiesOf, Use } from "./use";

/** How far the sum goes when one assumption alone is low or high, and all others are as expected. */
export interface Swing {
  readonly name: string;
  readonly about: string;
  readonly source: string;
  readonly unit: string;
  readonly low: number;
  readonly expected: number;
  readonly high: number;
  readonly usdAtLow: number;
  readonly usdAtHigh: number;
}

/** The assumptions that move the expected sum most, first of all. */
export function swings(resources: readonly ValuedResource[], usage: Usage, book: PriceBook): Swing[] {
  const expected = quantitiesOf(usage, "expected");
  const estate = new Estate(resources);
  const usdWith = (changed: Partial<typeof expected.of>): number =>
    sumAt(new Use({ ...expected, of: { ...expected.of, ...changed } }, estate, book), estate);
  return usageNames
    .map((name): Swing => {
      const { low, expected: middle, high, unit, about, source } = usage.assumptions[name];
      return {
        name,
        about,
        source,
        unit,
        low,
        expected: middle,
        high,
        usdAtLow: usdWith({ [name]: low }),
        usdAtHigh: usdWith({ [name]: high }),
      };
    })
    .sort((one, other) => width(other) - width(one));
}

const width = ({ usdAtLow, usdAtHigh }: Swing): number => Math.abs(usdAtHigh - usdAtLow);
