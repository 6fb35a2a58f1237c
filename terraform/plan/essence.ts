import { isDeepStrictEqual } from "node:util";
import { holdsTrue } from "../holds-true";
import { changesNothing } from "./changes-nothing";
import type { PlanJson, ResourceChangeJson } from "./schema";

/**
 * What a plan would do, without what differs between two plans of the same thing: equal for plans that do the same.
 *
 * Left out is what nothing happens to, what is only read, and of what changes each attribute that stays as it is: AWS
 * writes times and counters into some. Of what is sensitive it says only that it changes, because a text that is to be a
 * password is another one in each plan, and because this may be shown as a digest, from which a short secret could be
 * guessed. What is not known before the apply is `(unknown)`.
 */
export const essenceOf = (plan: PlanJson): unknown => ({
  resources: sorted(plan.resource_changes.filter(happens).map(essential)),
  outputs: Object.entries(plan.output_changes).flatMap(([name, { actions, ...change }]) =>
    actions.join() === "no-op" ? [] : [{ name, actions, ...difference(change) }],
  ),
  actions: sorted(plan.action_invocations),
  deferred: [
    ...sorted(plan.deferred_changes.map(({ reason, resource_change }) => ({ reason, ...essential(resource_change) }))),
    ...sorted(plan.deferred_action_invocations),
  ],
});

const happens = ({ address, previous_address, change: { actions, importing } }: ResourceChangeJson): boolean =>
  !changesNothing(actions) ||
  importing !== undefined ||
  (previous_address !== undefined && previous_address !== address);

function essential({ address, previous_address, deposed, action_reason, change }: ResourceChangeJson): object {
  const { actions, before, after, importing, replace_paths } = change;
  const names =
    after === null ? [] : [...new Set([...keysOf(before), ...keysOf(after), ...keysOf(change.after_unknown)])];
  const part = (of: unknown, name: string): unknown => (of === true ? true : Object(of)[name]);
  const attributes = names.sort().flatMap((name) => {
    const its = difference({
      before: before?.[name],
      after: after?.[name],
      after_unknown: part(change.after_unknown, name),
      before_sensitive: part(change.before_sensitive, name),
      after_sensitive: part(change.after_sensitive, name),
    });
    return its ? [{ name, ...its }] : [];
  });
  // What was there before goes: which object that is, tells its id.
  return {
    address,
    previous_address,
    deposed,
    action_reason,
    actions,
    importing,
    replace_paths,
    id: before?.id,
    attributes,
  };
}

interface Change {
  readonly before?: unknown;
  readonly after?: unknown;
  readonly after_unknown?: unknown;
  readonly before_sensitive?: unknown;
  readonly after_sensitive?: unknown;
}

/** What a value was and is to be; undefined where it stays. What it was says nothing where nobody knows what it will be. */
function difference(change: Change): { readonly before?: unknown; readonly after: unknown } | undefined {
  const { before, after, after_unknown, before_sensitive, after_sensitive } = change;
  const isUnknown = holdsTrue(after_unknown);
  if (!isUnknown && isDeepStrictEqual(before ?? null, after ?? null)) return undefined;
  const masked = mask(mask(after ?? null, after_unknown, "(unknown)"), after_sensitive, "(sensitive)");
  return isUnknown
    ? { after: masked }
    : { before: mask(before ?? null, before_sensitive, "(sensitive)"), after: masked };
}

/** A value with a word wherever a mark is. */
function mask(value: unknown, mark: unknown, word: string): unknown {
  if (mark === true) return word;
  if (typeof mark !== "object" || mark === null || !holdsTrue(mark)) return value;
  const marks = new Map(Object.entries(mark));
  if (Array.isArray(value) || Array.isArray(mark)) {
    const items: unknown[] = Array.isArray(value) ? value : [];
    const length = Math.max(items.length, Array.isArray(mark) ? mark.length : 0);
    return Array.from({ length }, (_, index) => mask(items[index], marks.get(String(index)), word));
  }
  const fields = new Map(Object.entries(Object(value)));
  const names = [...new Set([...fields.keys(), ...marks.keys()])];
  return Object.fromEntries(names.map((name) => [name, mask(fields.get(name), marks.get(name), word)]));
}

const keysOf = (value: unknown): string[] => (typeof value === "object" && value !== null ? Object.keys(value) : []);

/** In an order that does not depend on that of the plan. */
const sorted = <T>(some: readonly T[]): T[] =>
  [...some].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
