import { mostExact } from "../../../terraform/plan/referred";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { notKnown, type Surroundings, type Verdict } from "../rules/rule";

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

/** What to look at in a list of blocks. */
interface Look {
  readonly name: string;
  /** What tells a block from the others. */
  keyOf(block: Attributes): unknown;
  each(pair: Pair): Verdict | readonly Verdict[];
}

/** What is to be said of each block of a list; that nobody knows, where the whole list is known after the apply only. */
export function lookAt(change: ResourceChange, { name, keyOf, each }: Look, { decided }: Surroundings): Verdict[] {
  const mark = Object(change.unknown)[name];
  if (mark === true && blocksIn(change.before ?? {}, name).length > 0)
    return [notKnown(name, mostExact(decided(change.address, [name])?.by ?? []))];
  return pairs(change, name, keyOf).flatMap(each);
}

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
