import type { Contract, Placed, Tier } from "../../modules/core/contract";
import { graph } from "./graph";

/** What takes in tiers: the published modules, the live roots, or the recovery root. It reads what their contracts say. */
export interface Host {
  place<C extends Contract>(tier: Tier<C>, placed: Placed<C>): void;
}

/** A tier in its region, or everywhere, with all that nobody can read for it. */
export interface Placement {
  readonly region: string;
  readonly contract: Contract;
  into(host: Host): void;
}

/** Places tiers in a region, or everywhere. */
export const placeIn =
  (region: string) =>
  <C extends Contract>(tier: Tier<C>, placed: Placed<C>): Placement => ({
    region,
    contract: tier.contract,
    into: (host) => host.place(tier, placed),
  });

/** Placements in the order that hosts take them in: each after all that it reads, or that must stand before it. */
export const inOrder = (placements: readonly Placement[]): Placement[] =>
  graph.order.flatMap((tier) => placements.filter(({ contract }) => contract === tier));
