import { changesNothing } from "./changes-nothing";
import { planSchema } from "./schema";

/** What a plan changes, as `address.attribute` for an update in place, else as `address (actions)`. */
export const changes = (plan: unknown): string[] =>
  planSchema.parse(plan).resource_changes.flatMap(({ address, change: { actions, before, after } }) => {
    if (changesNothing(actions)) return [];
    if (actions.join() !== "update") return [`${address} (${actions.join(", ")})`];
    const names = Object.keys(after ?? {}).filter(
      (name) => JSON.stringify(after?.[name]) !== JSON.stringify(before?.[name]),
    );
    // An update whose values are all known after it only is one nevertheless.
    return names.length > 0 ? names.map((name) => `${address}.${name}`) : [`${address} (update)`];
  });
