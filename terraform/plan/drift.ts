import { isDeepStrictEqual } from "node:util";
import { changesNothing } from "./changes-nothing";
import { changeOf, type ResourceChange } from "./resource-changes";
import type { PlanJson } from "./schema";

/** What was changed outside of Terraform since the last apply. */
export interface Drift {
  /** What the plan depends on, or changes itself; or all of it, where nothing else is planned. */
  readonly relevant: readonly ResourceChange[];
  /** What nothing in the plan depends on. */
  readonly elsewhere: readonly ResourceChange[];
}

/** The drift of a plan, sorted by whether it matters to what is planned. */
export function driftIn(plan: PlanJson): Drift {
  const drifted = plan.resource_drift.map(changeOf);
  const [isPlanned, isReferredTo] = [plannedIn(plan), referredTo(plan)];
  // A plan that only refreshes has nothing to which drift could matter; there it is all that the plan is about.
  const isAllThereIs = isPlanned.size === 0 && plan.relevant_attributes.length === 0;
  const matters = (change: ResourceChange): boolean =>
    isAllThereIs || isPlanned.has(change.address) || isReferredTo(change);
  return {
    relevant: drifted.filter(matters),
    elsewhere: drifted.filter((change) => !matters(change)),
  };
}

const plannedIn = ({ resource_changes }: PlanJson): ReadonlySet<string> =>
  new Set(resource_changes.filter(({ change: { actions } }) => !changesNothing(actions)).map(({ address }) => address));

/** Whether the plan depends on an attribute that a resource has changed. */
function referredTo({ relevant_attributes }: PlanJson): (change: ResourceChange) => boolean {
  const names = new Map<string, Set<string | number | undefined>>();
  for (const { resource, attribute } of relevant_attributes)
    names.set(resource, (names.get(resource) ?? new Set()).add(attribute[0]));
  return ({ address, before, after }) =>
    // What depends on every instance of a resource names none of them.
    [address, address.replace(/\[[^[]*\]$/, "")].some((resource) =>
      [...(names.get(resource) ?? [])].some(
        (name) => name === undefined || !isDeepStrictEqual(before?.[name] ?? null, after?.[name] ?? null),
      ),
    );
}
