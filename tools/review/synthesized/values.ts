import { z } from "zod";
import { isObject } from "../../../terraform/is-object";

type Values = Readonly<Record<string, unknown>>;

/** Attributes that are maps, where all else that has names is a block. */
const maps = [
  "dimensions",
  "input_paths",
  "request_parameters",
  "resource_type_opt_in_preference",
  "tags",
  "triggers",
  "variables",
];

/** What Terraform itself reads of a resource; no plan has it among the values. */
const meta = ["count", "depends_on", "for_each", "lifecycle", "provider", "provisioner", "//"];

/** What is written of a resource, in the shape of a plan: each block in a list, and nothing that is null. */
export const inShapeOfPlan = (written: unknown): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).parse(written ?? {})).flatMap(([name, value]) =>
      meta.includes(name) || value === null ? [] : [[name, shaped(name, value)]],
    ),
  );

function shaped(name: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (isObject(one) ? inShapeOfPlan(one) : one));
  if (!isObject(value) || maps.includes(name)) return value;
  return [inShapeOfPlan(value)];
}

/** What of some values is known, and marks of what is not. */
export function withMarks(values: Values): { known: Record<string, unknown>; unknown: Record<string, unknown> } {
  const parts = Object.entries(values).map(([name, value]) => [name, value, markOf(value)] as const);
  return {
    known: Object.fromEntries(parts.flatMap(([name, value, mark]) => (mark === true ? [] : [[name, knownOf(value)]]))),
    unknown: Object.fromEntries(parts.flatMap(([name, , mark]) => (mark === undefined ? [] : [[name, mark]]))),
  };
}

/** Undefined where all of it is known. */
function markOf(value: unknown): unknown {
  if (typeof value === "string") return value.includes("${") ? true : undefined;
  if (Array.isArray(value)) {
    const marks = value.map(markOf);
    return marks.every((mark) => mark === undefined) ? undefined : marks.map((mark) => mark ?? false);
  }
  if (!isObject(value)) return undefined;
  const { unknown } = withMarks(value);
  return Object.keys(unknown).length === 0 ? undefined : unknown;
}

function knownOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => (markOf(one) === true ? null : knownOf(one)));
  return isObject(value) ? withMarks(value).known : value;
}
