import { holdsTrue } from "../holds-true";
import type { ResourceChange } from "./resource-changes";
import type { PlanJson } from "./schema";

/** An output of a root, and what a plan does with it. */
export interface PlannedOutput {
  readonly name: string;
  readonly fate: "create" | "update" | "destroy" | "none";
  /** Whether all of its value is known before the apply. */
  readonly known: boolean;
  readonly sensitive: boolean;
  /** Its value after the apply, as far as that is known. */
  readonly value: unknown;
  /** Its type as Terraform's states have it, such as `["list", "string"]`; undefined where the value is not known. */
  readonly type: unknown;
  /** As in the changes of resources. */
  readonly change: Pick<ResourceChange, "unknown" | "sensitive"> & {
    readonly before: unknown;
    readonly after: unknown;
  };
}

/** What a plan says of the outputs of its root, by their names. */
export const plannedOutputs = ({ output_changes, planned_values }: PlanJson): PlannedOutput[] =>
  Object.entries(output_changes).map(([name, { actions, before, after, ...marks }]) => ({
    name,
    fate: fates[actions.join()] ?? "update",
    known: !holdsTrue(marks.after_unknown),
    sensitive: holdsTrue(marks.after_sensitive),
    value: after,
    type: planned_values.outputs[name]?.type,
    change: {
      before,
      after,
      unknown: marks.after_unknown,
      sensitive: [marks.before_sensitive, marks.after_sensitive],
    },
  }));

const fates: Readonly<Record<string, PlannedOutput["fate"]>> = {
  "no-op": "none",
  create: "create",
  update: "update",
  delete: "destroy",
};
