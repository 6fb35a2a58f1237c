import { isObject } from "../../../terraform/is-object";
import { identityIn } from "../view/differences/identity";

/** A value with Terraform's marks on it. */
export interface Marked {
  readonly value: unknown;
  /** What is sensitive of it, in its shape. */
  readonly sensitive: unknown;
  /** What is known after the apply only, in its shape. */
  readonly unknown?: unknown;
  /** What is, or was, in its place: what is sensitive there is so here. */
  readonly other?: { readonly value: unknown; readonly sensitive: unknown };
}

/** A member of a value. */
export const descend = ({ value, sensitive, unknown, other }: Marked, name: string): Marked => ({
  value: at(value, name),
  sensitive: at(sensitive, name),
  unknown: at(unknown, name),
  ...(other && {
    other: { value: at(other.value, name), sensitive: other.sensitive === true || at(other.sensitive, name) },
  }),
});

/** The members of a list, each with what was in its place on the other side: the block of the same name, or any. */
export function members({ value, sensitive, unknown, other }: Marked): Marked[] {
  const list = listOf(value);
  const otherOf = other && hasMarks(other.sensitive) ? pairing(list, other) : () => undefined;
  return list.map((member, index) => {
    const found = otherOf(member);
    return {
      value: member,
      sensitive: at(sensitive, index),
      unknown: at(unknown, index),
      ...(found && { other: found }),
    };
  });
}

type Other = NonNullable<Marked["other"]>;

function pairing(list: readonly unknown[], { value, sensitive }: Other): (member: unknown) => Other {
  const others = listOf(value);
  const marks = others.map((_, index) => at(sensitive, index));
  const any: Other = { value: undefined, sensitive: marks.reduce(united, undefined) };
  const blocks = [list, others].map((one) => one.filter(isObject));
  const identity = blocks.flat().length === list.length + others.length ? identityIn(...blocks) : undefined;
  if (identity === undefined) return () => any;
  const byName = new Map(
    others.map((one, index) => [isObject(one) ? identity.of(one) : "", { value: one, sensitive: marks[index] }]),
  );
  return (member) => (isObject(member) ? byName.get(identity.of(member)) : undefined) ?? any;
}

/** What either of two marks marks. */
function united(one: unknown, other: unknown): unknown {
  if (one === true || other === true) return true;
  if (!hasMarks(one)) return other;
  if (!hasMarks(other)) return one;
  const names = new Set([...Object.keys(Object(one)), ...Object.keys(Object(other))]);
  return Object.fromEntries([...names].map((name) => [name, united(at(one, name), at(other, name))]));
}

const at = (node: unknown, key: string | number): unknown =>
  typeof node === "object" && node !== null && Object.hasOwn(node, key)
    ? (node as Readonly<Record<string | number, unknown>>)[key]
    : undefined;

const hasMarks = (mark: unknown): boolean => mark === true || (typeof mark === "object" && mark !== null);

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
