import { isDeepStrictEqual } from "node:util";
import { holdsTrue } from "../../../terraform/holds-true";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { AttributeView } from "../result";
import type { Place } from "../secrets/digest";
import { hidesSomething, isUnknown, type Shown, textOf } from "../secrets/shown";
import { type Difference, pathText } from "./differences/difference";
import { differences } from "./differences/differences";
import { isNothing } from "./differences/same";
import type { Viewing } from "./viewing";

/** What a value is before and after, and Terraform's marks on it. */
export type Change = Pick<ResourceChange, "unknown" | "sensitive"> & {
  readonly before: unknown;
  readonly after: unknown;
};

/** How a value differs, without what is secret. */
export const valueDifferences = (
  { before, after, unknown, sensitive: [was, is] }: Change,
  place: Place,
  { conceal }: Viewing,
): Difference[] =>
  differences(
    {
      before: conceal({ value: before, sensitive: was, other: { value: after, sensitive: is } }, place),
      after: conceal({ value: after, sensitive: is, unknown, other: { value: before, sensitive: was } }, place),
    },
    place.path,
  );

/** The attributes of a resource that differ; those that are known after the apply only included. */
export function attributes(change: ResourceChange, viewing: Viewing): AttributeView[] {
  const { address, type, fate, before, after, unknown, sensitive } = change;
  if (fate === "destroy" || fate === "forget") return [];
  const later: Readonly<Record<string, unknown>> = Object(unknown);
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {}), ...Object.keys(later)]);
  const differing = [...names].filter(
    (name) => holdsTrue(later[name]) || !isDeepStrictEqual(before?.[name] ?? null, after?.[name] ?? null),
  );
  return differing.flatMap((name) => {
    const of = (side: unknown): unknown => (side === true ? true : Object(side)[name]);
    const found = valueDifferences(
      {
        before: before?.[name],
        after: after?.[name],
        unknown: later[name],
        sensitive: [of(sensitive[0]), of(sensitive[1])],
      },
      { root: viewing.root, address, type, path: [name] },
      viewing,
    );
    const forces = change.replacePaths.some(([first]) => first === name);
    return found.filter(isSaid).map((one) => ({
      ...attributeView(one, viewing.decided?.(address, [name]), viewing),
      ...(forces && { forces }),
    }));
  });
}

/** Not one that says nothing on both sides, such as a null that becomes an empty list. */
const isSaid = ({ before, after }: Difference): boolean => !(isNothing(before) && isNothing(after));

/** A difference as it is told. */
export function attributeView(
  { path, before, after, words }: Difference,
  decision?: ReturnType<NonNullable<Viewing["decided"]>>,
  { decided }: Partial<Viewing> = {},
): AttributeView {
  const known = !isUnknown(after);
  const shown = (value: Shown | undefined) => (isNothing(value) && value !== "" ? null : textOf(value ?? null));
  return {
    path: pathText(path),
    before: shown(before),
    after: known ? shown(after) : null,
    known,
    hidden: hidesSomething(before) || hidesSomething(after),
    ...(!known && decided && decision === undefined && { computed: true }),
    ...(!known && decision && decision.by.length > 0 && { by: [...decision.by] }),
    ...(words && { words: [...words] }),
  };
}
