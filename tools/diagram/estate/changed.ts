import { type ComponentId, components } from "../kinds/components";
import type { Change } from "./changes";
import type { Estate, Resource } from "./estate";
import { changeOf, componentOf } from "./find";

/** A component of a region, or what is left out there, of which something has changed since another commit. */
export interface Changed {
  /** A region, or "global". */
  readonly region: string;
  /** The component; null for what no picture shows. */
  readonly component: ComponentId | null;
  readonly change: Exclude<Change, "same">;
  readonly resources: readonly Resource[];
}

/** Everything that has changed, by region and component, in the order of the components. */
export function changedIn(estate: Estate): Changed[] {
  const found = new Map<string, Resource[]>();
  for (const resource of estate.resources.filter(({ change }) => change !== "same")) {
    const key = `${resource.region} ${componentOf(resource) ?? ""}`;
    found.set(key, [...(found.get(key) ?? []), resource]);
  }
  const order = [...Object.keys(components), ""];
  return [...found]
    .map(([key, resources]) => {
      const [region = "", component = ""] = key.split(" ");
      const all = estate.resources.filter((one) => one.region === region && (componentOf(one) ?? "") === component);
      const how = changeOf(component === "" ? resources : all);
      return {
        ...{ region, resources, change: how === "same" ? ("changed" as const) : how },
        component: component === "" ? null : (component as ComponentId),
      };
    })
    .toSorted(
      (one, other) =>
        one.region.localeCompare(other.region) ||
        order.indexOf(one.component ?? "") - order.indexOf(other.component ?? ""),
    );
}

/** What has changed of a component, in words: `changed: Web tier in eu-west-1 (~ aws_autoscaling_group.fleet_group)`; with so many resources. */
export function tell({ region, component, change, resources }: Changed, most = 4): string {
  const title = component === null ? "roles and switches, which no picture shows," : components[component].title;
  const marks = { added: "+", changed: "~", removed: "-", same: "" };
  const named = resources.map((one) => `${marks[one.change]} ${one.type}.${one.name}`);
  const shown = named.length > most ? [...named.slice(0, most - 1), `${named.length - most + 1} more`] : named;
  return `${change}: ${title} in ${region} (${shown.join(", ")})`;
}
