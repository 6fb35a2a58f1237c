import type { UsageName } from "../../regions/schema/usage-fields";
import { usageNames } from "../../regions/schema/usage-fields";
import type { Usage } from "../../regions/schema/usage-schema";
import { textIn, type ValuedResource } from "../../terraform/values/resource";
import type { PriceBook } from "./book";

export const scenarios = ["low", "expected", "high"] as const;
export type Scenario = (typeof scenarios)[number];

/** How much is used, and which of several instance types a group gets. */
export interface Quantities {
  readonly of: Readonly<Record<UsageName, number>>;
  readonly instanceType: Scenario;
}

/** The quantities of a scenario. */
export const quantitiesOf = ({ assumptions }: Usage, scenario: Scenario): Quantities => ({
  of: Object.fromEntries(usageNames.map((name) => [name, assumptions[name][scenario]])) as Quantities["of"],
  instanceType: scenario,
});

/** What resources of an environment share: what is used of all of them together, and who else is there. */
export class Use {
  private readonly byType = new Map<string, ValuedResource[]>();

  constructor(
    readonly quantities: Quantities,
    resources: readonly ValuedResource[],
    readonly book: PriceBook,
  ) {
    for (const one of resources) this.byType.set(one.type, [...(this.byType.get(one.type) ?? []), one]);
  }

  get hours(): number {
    return this.book.hoursPerMonth;
  }

  of(name: UsageName): number {
    return this.quantities.of[name];
  }

  /** The resources of a type in the environment. */
  all(type: string): readonly ValuedResource[] {
    return this.byType.get(type) ?? [];
  }

  /** A part of what all resources of its type use: evenly, because nobody knows better before there is a bill. */
  share(name: UsageName, { type }: Pick<ValuedResource, "type">, among = (_: ValuedResource): boolean => true): number {
    const peers = this.all(type).filter(among);
    return (
      this.of(name) /
      Math.max(
        1,
        peers.reduce((sum, { count }) => sum + count, 0),
      )
    );
  }

  /** Where requests of customers arrive: the regions that have a load balancer of the web tier. */
  get entrances(): number {
    return (
      new Set(
        this.all("aws_lb")
          .filter((one) => textIn(one.values, "load_balancer_type") !== "network")
          .map(({ region }) => region),
      ).size || 1
    );
  }
}
