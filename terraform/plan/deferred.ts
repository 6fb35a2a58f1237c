import { changeOf, type ResourceChange } from "./resource-changes";
import type { PlanJson } from "./schema";

/** A change that the plan has put off to a later one. */
export interface Deferred {
  /** Terraform's word for why, such as `instance_count_unknown`. */
  readonly reason: string;
  readonly change: ResourceChange;
}

/** What a plan has put off. */
export const deferredIn = ({ deferred_changes }: PlanJson): Deferred[] =>
  deferred_changes.map(({ reason, resource_change }) => ({ reason, change: changeOf(resource_change) }));
