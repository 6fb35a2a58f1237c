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

/** The resources of an environment by type, found once for all scenarios. */
export class Estate {
  private readonly byType = new Map<string, ValuedResource[]>();
  private readonly counts = new Map<string, number>();

  constructor(readonly resources: readonly ValuedResource[]) {
    for (const one of resources) {
      const those = this.byType.get(one.type);
      if (those) those.push(one);
      else this.byType.set(one.type, [one]);
    }
  }

  all(type: string): readonly ValuedResource[] {
    return this.byType.get(type) ?? [];
  }

  countOf(type: string): number {
    const known = this.counts.get(type) ?? countIn(this.all(type));
    this.counts.set(type, known);
    return known;
  }
}

const countIn = (resources: readonly ValuedResource[]): number => resources.reduce((sum, { count }) => sum + count, 0);

/** What resources of an environment share: what is used of all of them together, and who else is there. */
export class Use {
  constructor(
    readonly quantities: Quantities,
    private readonly estate: Estate,
    readonly book: PriceBook,
  ) {}

  get hours(): number {
    return this.book.hoursPerMonth;
  }

  of(name: UsageName): number {
    return this.quantities.of[name];
  }

  /** The resources of a type in the environment. */
  all(type: string): readonly ValuedResource[] {
    return this.estate.all(type);
  }

  /** A part of what all resources of its type use, or those of them that use it: evenly, because only a bill knows better. */
  share(
    name: UsageName,
    { type }: Pick<ValuedResource, "type">,
    among?: (resource: ValuedResource) => boolean,
  ): number {
    const count = among ? countIn(this.all(type).filter(among)) : this.estate.countOf(type);
    return this.of(name) / Math.max(1, count);
  }

  /** Where requests of customers arrive: the regions that have a load balancer of the web tier. */
  get entrances(): number {
    const fronts = this.all("aws_lb").filter(({ values }) => textIn(values, "load_balancer_type") !== "network");
    return new Set(fronts.map(({ region }) => region)).size || 1;
  }
}
