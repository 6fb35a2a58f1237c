import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";

/** A block of a list, before and after. */
export interface Pair {
  readonly key: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
  /** Where it is in the list after the apply. */
  readonly index: number;
}

/** The one block of a name; without anything in it where there is none. */
export const block = (values: Attributes | null | undefined, name: string): Attributes =>
  blocksIn(values ?? {}, name)[0] ?? {};

/** The blocks of a list, each with the one of the same key; those that are new come last. */
export function pairs(
  { before, after }: Pick<ResourceChange, "before" | "after">,
  name: string,
  keyOf: (block: Attributes) => unknown,
): Pair[] {
  const keyed = (values: Attributes | null) =>
    new Map(blocksIn(values ?? {}, name).map((block, index) => [`${keyOf(block)}`, { block, index }]));
  const [was, is] = [keyed(before), keyed(after)];
  return [...new Set([...was.keys(), ...is.keys()])].map((key) => ({
    key,
    before: was.get(key)?.block,
    after: is.get(key)?.block,
    index: is.get(key)?.index ?? -1,
  }));
}
