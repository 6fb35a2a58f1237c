import { isBlock, type Shown, textOf } from "../../secrets/shown";
import type { Difference, Path } from "./difference";
import { type Identity, identityIn } from "./identity";

interface Lists {
  readonly before: Shown;
  readonly after: Shown;
}

/** Lists whose order decides what comes first. */
const ordered = /^(?:ordered_cache_behavior|default_action|action|rule|statement|command|entry_?point|rule_order)$/i;

/** A difference, or a pair of members whose own differences are to be told. */
export interface ListPart extends Difference {
  readonly goInto?: boolean;
}

/** How lists differ: blocks by what tells them from each other, other members as a set. */
export function listParts({ before, after }: Lists, path: Path): ListPart[] {
  const [was, is] = [listOf(before), listOf(after)];
  const all = [...was, ...is];
  if (!all.every(isBlock)) return memberDifferences(was, is, path);
  const identity = identityIn(was.filter(isBlock), is.filter(isBlock));
  if (was.length <= 1 && is.length <= 1 && !identity?.isName)
    return [{ path, before: was[0], after: is[0], goInto: true }];
  return identity ? byName({ was, is, identity }, path) : byLikeness(was, is, path);
}

const listOf = (value: Shown): readonly Shown[] => (Array.isArray(value) ? value : value === null ? [] : [value]);

type Block = { readonly [name: string]: Shown };

interface Named {
  readonly was: readonly Shown[];
  readonly is: readonly Shown[];
  readonly identity: Identity;
}

function byName({ was, is, identity }: Named, path: Path): ListPart[] {
  const [before, after] = [was, is].map(
    (list) => new Map(list.filter(isBlock).map((one) => [identity.of(one), valueIn(one, identity)])),
  );
  const names = new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])]);
  const found = [...names].map((member) => ({
    path: [...path, { member }],
    before: before?.get(member),
    after: after?.get(member),
    goInto: (before?.has(member) && after?.has(member)) ?? false,
  }));
  return [...found, ...orderDifference([...(before?.keys() ?? [])], [...(after?.keys() ?? [])], path)];
}

/** The value of a pair such as `{ name = "LEVEL", value = "info" }`; any other block as it is. */
function valueIn(block: Block, { by }: Identity): Shown {
  const rest = Object.keys(block).filter((name) => !by.includes(name));
  return rest.join().toLowerCase() === "value" ? (block[rest.join()] ?? null) : block;
}

/** Blocks that stay in another order, where that is not only how a set is written. */
function orderDifference(was: readonly string[], is: readonly string[], path: Path): Difference[] {
  const [before, after] = [was.filter((one) => is.includes(one)), is.filter((one) => was.includes(one))];
  const list = path.findLast((step) => typeof step === "string") ?? "";
  if (!ordered.test(list) || before.join("\n") === after.join("\n")) return [];
  return [{ path: [...path, { member: "order" }], before, after }];
}

/** Blocks without names: those that are the same go together, then those that are left, in their order. */
function byLikeness(was: readonly Shown[], is: readonly Shown[], path: Path): ListPart[] {
  const [gone, come] = withoutCommon(was, is);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    path: [...path, { member: String(index) }],
    before: gone[index],
    after: come[index],
    goInto: gone.length === come.length,
  }));
}

function memberDifferences(was: readonly Shown[], is: readonly Shown[], path: Path): Difference[] {
  const [gone, come] = withoutCommon(was, is);
  if (gone.length + come.length === 0) return [{ path: [...path, { member: "order" }], before: was, after: is }];
  if (was.length === 0 || is.length === 0)
    return [{ path, before: was.length ? was : undefined, after: is.length ? is : undefined }];
  const at = [...path, { member: "" }];
  return [
    ...gone.map((before) => ({ path: at, before, after: undefined })),
    ...come.map((after) => ({ path: at, before: undefined, after })),
  ];
}

/** What is in one list only, each as often as it is there more. */
const withoutCommon = (was: readonly Shown[], is: readonly Shown[]): [gone: Shown[], come: Shown[]] => [
  without(was, is),
  without(is, was),
];

function without(list: readonly Shown[], others: readonly Shown[]): Shown[] {
  const left = new Map<string, number>();
  for (const text of others.map(textOf)) left.set(text, (left.get(text) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(textOf(one)) ?? 0;
    left.set(textOf(one), count - 1);
    return count <= 0;
  });
}
