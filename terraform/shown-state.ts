import { z } from "zod";

const resource = z.object({
  address: z.string(),
  mode: z.enum(["managed", "data"]),
  type: z.string(),
  values: z.record(z.string(), z.unknown()),
  sensitive_values: z.unknown(),
});

const moduleSchema = z.object({
  resources: z.array(resource).default([]),
  get child_modules() {
    return z.array(moduleSchema).default([]);
  },
});

const schema = z.object({ values: z.object({ root_module: moduleSchema }).optional() });

/** A resource, or a data source, in a state as `terraform show -json` gives it; that alone says which values are secret. */
export type ShownResource = z.infer<typeof resource>;

/** Everything in a state that Terraform has shown as JSON. */
export const resourcesIn = (state: unknown): ShownResource[] => {
  const { values } = schema.parse(state);
  return values ? inModule(values.root_module) : [];
};

const inModule = ({ resources, child_modules }: z.infer<typeof moduleSchema>): ShownResource[] => [
  ...resources,
  ...child_modules.flatMap(inModule),
];
