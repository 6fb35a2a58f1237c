import type { Estate } from "../../estate/estate";
import { given, resourcesOf } from "../../estate/find";
import type { Canvas } from "../../scene/canvas";
import type { Rect } from "../../scene/scene";

/** A zone of a region: the letter that its subnets are named by, its name, and its column in the picture. */
export interface Zone extends Rect {
  readonly letter: string;
  readonly name: string;
}

/** What the parts of a region's picture share. */
export interface Plan {
  readonly canvas: Canvas;
  readonly estate: Estate;
  readonly region: string;
  readonly zones: readonly Zone[];
  /** The column that labels of bands are in: the middle one, or the one right of the middle. */
  readonly middle: Zone;
  /** Where the requests run down: between the middle column and the one before it. */
  readonly spine: number;
}

/** Distance between the columns of zones, and of a subnet from the border of its zone. */
export const gap = 24;
export const inset = 12;

/** The zones of a region as columns between two edges. */
export function planOf(
  canvas: Canvas,
  of: Pick<Plan, "estate" | "region">,
  { x, width }: Pick<Rect, "x" | "width">,
): Plan {
  const { estate, region } = of;
  const names: Readonly<Record<string, unknown>> = Object(given(estate, region, "network").zone_names_by_letter);
  // With those of zones that are gone since the commit that is compared.
  const subnets = resourcesOf(estate, "zones", { region });
  const letters = [...new Set(subnets.map(({ name }) => name.split("_").at(-1) ?? ""))].sort();
  const each = (width - gap * (letters.length - 1)) / letters.length;
  const zones = letters.map((letter, at) => ({
    letter,
    name: String(names[letter] ?? letter),
    ...{ x: x + at * (each + gap), y: 0, width: each, height: 0 },
  }));
  const middle = zones[Math.floor(zones.length / 2)];
  if (!middle) throw new Error(`${estate.environment} has no subnets in ${region}.`);
  return { canvas, estate, region, zones, middle, spine: middle.x - gap / 2 };
}

/** The part of each zone that its subnets and what is in them take. */
export const inside = (zone: Zone): { x: number; width: number } => ({
  x: zone.x + inset,
  width: zone.width - 2 * inset,
});

/** From the first to the last zone's subnets. */
export function across({ zones }: Plan): { x: number; width: number } {
  const [first, last] = [zones[0], zones.at(-1)];
  if (!first || !last) throw new Error("A region without zones has no bands.");
  return { x: first.x + 2 * inset, width: last.x + last.width - first.x - 4 * inset };
}

/** Where what goes out runs up: between the last zone's subnets and its border. */
export function lane(plan: Plan): number {
  const { x, width } = across(plan);
  return x + width + inset + inset / 2 + 20;
}
