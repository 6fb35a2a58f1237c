import { z } from "zod";
import { holdsTrue } from "./holds-true";
import type { Managed } from "./state";

const resource = z.object({
  address: z.string(),
  mode: z.enum(["managed", "data"]),
  type: z.string(),
  values: z.record(z.string(), z.unknown()),
  sensitive_values: z.record(z.string(), z.unknown()).default({}),
  tainted: z.boolean().default(false),
});

const moduleSchema = z.object({
  resources: z.array(resource).default([]),
  get child_modules() {
    return z.array(moduleSchema).default([]);
  },
});

const schema = z.object({ values: z.object({ root_module: moduleSchema }).optional() });

/** A state that Terraform has shown. */
export interface ShownState {
  readonly managed: readonly Managed[];
  /** Types of the data sources, each as often as there are. */
  readonly data: readonly string[];
  /** Whether an attribute, or a part of it, is secret. */
  isSecret(address: string, attribute: string): boolean;
}

/** Reads a state as `terraform show -json` gives it, which unlike the stored one says what is secret. */
export function shownState(state: unknown): ShownState {
  const { values } = schema.parse(state);
  const all = values ? resourcesIn(values.root_module) : [];
  const secrets = new Map(all.map(({ address, sensitive_values }) => [address, sensitive_values]));
  return {
    managed: all.flatMap(({ mode, values: attributes, ...one }) =>
      mode === "managed" ? [{ ...one, attributes }] : [],
    ),
    data: all.flatMap(({ mode, type }) => (mode === "data" ? [type] : [])),
    isSecret: (address, attribute) => holdsTrue(secrets.get(address)?.[attribute]),
  };
}

const resourcesIn = ({ resources, child_modules }: z.infer<typeof moduleSchema>): z.infer<typeof resource>[] => [
  ...resources,
  ...child_modules.flatMap(resourcesIn),
];
