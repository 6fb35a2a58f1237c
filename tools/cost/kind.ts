import type { ValuedResource } from "../../terraform/values/resource";
import type { Use } from "./use";

/** Something of a resource that AWS charges for, in a month. */
export interface Part {
  /** The same in every scenario, so that low, expected and high belong together. */
  readonly what: string;
  readonly sku: string;
  /** Whose price counts, where it is not the region of the resource. */
  readonly region?: string;
  /** How much of it in a month, in units of the price. */
  readonly quantity: number;
  /** Charged by the hour that it is there, by the month that it is there, or by what is used of it. */
  readonly per: "hour" | "month" | "use";
  /** What Spot or a tier takes off the list price, as a factor. */
  readonly factor?: number;
  /** Why the quantity or the factor is worth less than the price. */
  readonly uncertain?: string;
  /** Told apart from the sum: a commitment that is not this platform's alone. */
  readonly apart?: true;
}

/** What a type of resource costs: nothing, nothing by itself, or its parts. */
export type Kind =
  | { readonly free: string }
  | { readonly within: string }
  | { readonly noPrice: string }
  | { readonly parts: Parts };

/** The parts of a resource; what has a price that nobody knows is said in words. */
export type Parts = (resource: ValuedResource, use: Use) => readonly (Part | { readonly noPrice: string })[];

export const free = (why: string): Kind => ({ free: why });
export const within = (where: string): Kind => ({ within: where });
export const noPrice = (why: string): Kind => ({ noPrice: why });
export const priced = (parts: Parts): Kind => ({ parts });
