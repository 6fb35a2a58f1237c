import type { PlanJson } from "./schema";

/**
 * Every text that Terraform calls sensitive anywhere in a plan: in what changes and what does not, in outputs, drift, actions,
 * variables and the data that was read. A mark is of a place; the same text may stand unmarked in others.
 */
export function* markedTexts(plan: PlanJson): Generator<string> {
  const changes = [...plan.resource_changes, ...plan.resource_drift, ...plan.deferred_changes.map(deferred)];
  for (const { change } of [...changes, ...Object.values(plan.output_changes).map((change) => ({ change }))]) {
    yield* marked(change.before, change.before_sensitive);
    yield* marked(change.after, change.after_sensitive);
    // What one side alone marks is as secret on the other.
    yield* marked(change.before, change.after_sensitive);
    yield* marked(change.after, change.before_sensitive);
  }
  const invocations = plan.deferred_action_invocations.map(({ action_invocation }) => action_invocation);
  for (const { config_values, config_sensitive } of [...plan.action_invocations, ...invocations])
    yield* marked(config_values, config_sensitive);
  const { variables } = plan.configuration.root_module;
  for (const [name, { value }] of Object.entries(plan.variables)) yield* marked(value, variables[name]?.sensitive);
  yield* inState(plan.prior_state);
}

const deferred = ({ resource_change }: PlanJson["deferred_changes"][number]) => resource_change;

/** What a state says in any of its modules and outputs. */
function* inState(node: unknown): Generator<string> {
  if (typeof node !== "object" || node === null) return;
  const { values, sensitive_values, value, sensitive }: Readonly<Record<string, unknown>> = { ...node };
  if (values !== undefined && sensitive_values !== undefined) yield* marked(values, sensitive_values);
  else if (sensitive !== undefined) yield* marked(value, sensitive);
  else for (const child of Object.values(node)) yield* inState(child);
}

function* marked(value: unknown, mark: unknown): Generator<string> {
  if (mark === true && typeof value === "string") yield value;
  if (typeof value !== "object" || value === null) return;
  if (mark === true) for (const child of Object.values(value)) yield* marked(child, true);
  // Most of a value has no mark.
  else for (const [key, of] of Object.entries(Object(mark))) if (of) yield* marked(Object(value)[key], of);
}
