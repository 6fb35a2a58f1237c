import { z } from "zod";

const values = z.record(z.string(), z.unknown()).nullable();

const configuredModule = z.object({
  resources: z
    .array(z.object({ address: z.string(), expressions: z.record(z.string(), z.unknown()).default({}) }))
    .default([]),
  get module_calls() {
    return z.record(z.string(), z.object({ module: configuredModule })).default({});
  },
});

/** What is read of a plan as `terraform show -json` gives it. Terraform leaves a list out that would be empty. */
export const planSchema = z.object({
  resource_changes: z
    .array(
      z.object({
        address: z.string(),
        change: z.object({
          actions: z.array(z.string()),
          before: values,
          after: values,
          after_unknown: z.unknown().optional(),
        }),
      }),
    )
    .default([]),
  configuration: z
    .object({ root_module: configuredModule })
    .default({ root_module: { resources: [], module_calls: {} } }),
});

/** A module as a plan says how it is configured. */
export type ConfiguredModule = z.infer<typeof configuredModule>;

/** What a plan changes, as `address.attribute` for an update in place, else as `address (actions)`. */
export const changes = (plan: unknown): string[] =>
  planSchema.parse(plan).resource_changes.flatMap(({ address, change: { actions, before, after } }) => {
    if (["no-op", "read"].includes(actions.join())) return [];
    if (actions.join() !== "update") return [`${address} (${actions.join(", ")})`];
    const names = Object.keys(after ?? {}).filter(
      (name) => JSON.stringify(after?.[name]) !== JSON.stringify(before?.[name]),
    );
    // An update whose values are all known after it only is one nevertheless.
    return names.length > 0 ? names.map((name) => `${address}.${name}`) : [`${address} (update)`];
  });
