import { z } from "zod";

const expressions = z.record(z.string(), z.unknown()).default({});

const provisioner = z.object({ type: z.string() });

const configuredModule = z.object({
  resources: z
    .array(
      z.object({
        address: z.string(),
        provider_config_key: z.string().optional(),
        expressions,
        provisioners: z.array(provisioner).default([]),
      }),
    )
    .default([]),
  outputs: z.record(z.string(), z.object({ expression: z.unknown() })).default({}),
  variables: z.record(z.string(), z.object({ sensitive: z.boolean().default(false) })).default({}),
  get module_calls() {
    return z.record(z.string(), z.object({ module: configuredModule, expressions })).default({});
  },
});

const providerConfig = z.object({ full_name: z.string().optional(), expressions });

const values = z.record(z.string(), z.unknown()).nullable();
const path = z.array(z.union([z.string(), z.number()]));

const change = z.object({
  actions: z.array(z.string()),
  before: values,
  after: values,
  after_unknown: z.unknown().optional(),
  before_sensitive: z.unknown().optional(),
  after_sensitive: z.unknown().optional(),
  replace_paths: z.array(path).default([]),
  importing: z.object({ id: z.string().optional(), identity: z.unknown().optional() }).optional(),
});

const resourceChange = z.object({
  address: z.string(),
  previous_address: z.string().optional(),
  mode: z.string().optional(),
  type: z.string().optional(),
  provider_name: z.string().optional(),
  /** The key of an object that an earlier apply has left to be removed. */
  deposed: z.string().optional(),
  action_reason: z.string().optional(),
  change,
});

const outputChange = z.object({
  actions: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: z.unknown().optional(),
  before_sensitive: z.unknown().optional(),
  after_sensitive: z.unknown().optional(),
});

const actionInvocation = z.object({
  address: z.string(),
  type: z.string().optional(),
  config_values: values.optional(),
  config_sensitive: z.unknown().optional(),
  config_unknown: z.unknown().optional(),
  /** The resource whose change invokes it; the command line does where it is not there. */
  lifecycle_action_trigger: z
    .object({ triggering_resource_address: z.string().optional(), action_trigger_event: z.string().optional() })
    .optional(),
});

const check = z.object({
  address: z.object({ kind: z.string().optional(), to_display: z.string() }),
  status: z.string(),
  instances: z
    .array(
      z.object({
        address: z.object({ to_display: z.string() }).optional(),
        status: z.string(),
        problems: z.array(z.object({ message: z.string() })).default([]),
      }),
    )
    .default([]),
});

/**
 * What is read of a plan as `terraform show -json` gives it, of Terraform 1.5 to 1.16 and of OpenTofu.
 *
 * It goes by the presence of fields: the version of the format is the same in all of them. Terraform leaves a list out that
 * would be empty; a mark that is not there is not said.
 */
export const planSchema = z.object({
  terraform_version: z.string().optional(),
  resource_changes: z.array(resourceChange).default([]),
  resource_drift: z.array(resourceChange).default([]),
  relevant_attributes: z.array(z.object({ resource: z.string(), attribute: path })).default([]),
  output_changes: z.record(z.string(), outputChange).default({}),
  planned_values: z
    .object({ outputs: z.record(z.string(), z.object({ type: z.unknown().optional() })).default({}) })
    .default({ outputs: {} }),
  deferred_changes: z.array(z.object({ reason: z.string(), resource_change: resourceChange })).default([]),
  action_invocations: z.array(actionInvocation).default([]),
  deferred_action_invocations: z
    .array(z.object({ reason: z.string(), action_invocation: actionInvocation }))
    .default([]),
  checks: z.array(check).default([]),
  errored: z.boolean().optional(),
  complete: z.boolean().optional(),
  configuration: z
    .object({ root_module: configuredModule, provider_config: z.record(z.string(), providerConfig).default({}) })
    .default({ root_module: { resources: [], outputs: {}, variables: {}, module_calls: {} }, provider_config: {} }),
  variables: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
  /** What the state says before the plan, the data that was read included. */
  prior_state: z.unknown().optional(),
});

/** A plan as Terraform shows it. */
export type PlanJson = z.infer<typeof planSchema>;

/** A resource of a plan, and what becomes of it. */
export type ResourceChangeJson = z.infer<typeof resourceChange>;

/** An output of a plan, and what becomes of it. */
export type OutputChangeJson = z.infer<typeof outputChange>;

/** An action that a plan invokes. */
export type ActionInvocationJson = z.infer<typeof actionInvocation>;

/** A module as a plan says how it is configured. */
export type ConfiguredModule = z.infer<typeof configuredModule>;
