import type { Path } from "../../../terraform/plan/decided";
import { mostExact, type Referred } from "../../../terraform/plan/referred";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { Surroundings } from "../rules/rule";

/** A value after the apply. */
export type After =
  | { readonly is: "known"; readonly value: unknown }
  /** No configuration says anything of it: AWS takes its default. */
  | { readonly is: "left to AWS" }
  | {
      readonly is: "unknown";
      /** What of the configuration decides it. */
      readonly by: readonly string[];
      /** The resources of the plan that this leads to. */
      readonly leadsTo: readonly Referred[];
      /** Whether every part of it leads to a resource, so that nothing else decides it. */
      readonly isFollowed: boolean;
    };

/** What a value of a resource will be. */
export function after(
  { address, after, unknown }: ResourceChange,
  path: Path,
  { decided, refer }: Pick<Surroundings, "decided" | "refer">,
): After {
  if (!isUnknown(unknown, path)) return { is: "known", value: at(after, path) };
  const decision = decided(address, path);
  if (decision === undefined) return { is: "left to AWS" };
  const by = mostExact(decision.by);
  const leads = by.map((one) => refer(address, [one]));
  return { is: "unknown", by, leadsTo: leads.flat(), isFollowed: leads.every((one) => one.length > 0) };
}

/** What is at a path; `*` in it stands for every block of a list, and what is there is a list then. */
export function at(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value;
  if (key === "*") return Array.isArray(value) ? value.flatMap((one) => at(one, rest)) : [];
  return typeof value === "object" && value !== null ? at(Reflect.get(value, key), rest) : undefined;
}

/** Whether a value, or all that it is in, is marked as unknown; or a part of it. */
function isUnknown(mark: unknown, [key, ...rest]: Path): boolean {
  if (mark === true) return true;
  if (typeof mark !== "object" || mark === null) return false;
  if (key === undefined || key === "*") return Object.values(mark).some((one) => isUnknown(one, rest));
  return isUnknown(Reflect.get(mark, key), rest);
}
