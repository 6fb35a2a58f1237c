import { holdsTrue } from "../holds-true";
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
}

/** What a plan says of the outputs of its root, by their names. */
export const plannedOutputs = ({ output_changes, planned_values }: PlanJson): PlannedOutput[] =>
  Object.entries(output_changes).map(([name, { actions, after, after_unknown, after_sensitive }]) => ({
    name,
    fate: fates[actions.join()] ?? "update",
    known: !holdsTrue(after_unknown),
    sensitive: holdsTrue(after_sensitive),
    value: after,
    type: planned_values.outputs[name]?.type,
  }));

const fates: Readonly<Record<string, PlannedOutput["fate"]>> = {
  "no-op": "none",
  create: "create",
  update: "update",
  delete: "destroy",
};
