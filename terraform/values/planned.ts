import { z } from "zod";
import { UserError } from "../../modules/core/user-error";
import { withoutKeys } from "../plan/decided";
import { planSchema } from "../plan/schema";
import type { ValuedResource } from "./resource";

/** What is read of the provider that a plan works with; the rest is as in `planSchema`. */
const provider = z.object({
  variables: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
  configuration: z.object({
    provider_config: z.record(
      z.string(),
      z.object({
        expressions: z
          .looseObject({
            region: z
              .object({ constant_value: z.string().optional(), references: z.array(z.string()).default([]) })
              .optional(),
            default_tags: z
              .array(
                z.object({
                  tags: z.object({ constant_value: z.record(z.string(), z.string()).optional() }).optional(),
                }),
              )
              .optional(),
          })
          .default({}),
      }),
    ),
  }),
});

/** The resources of a plan as they are before it, and as they will be; data is in neither. */
export function plannedResources(plan: unknown): { before: ValuedResource[]; after: ValuedResource[] } {
  const [changes, providers] = [planSchema.safeParse(plan), provider.safeParse(plan)];
  if (!changes.success || !providers.success)
    throw new UserError(
      "--plan: this is no plan as Terraform shows it. Write it with: terraform show -json FILE.tfplan",
    );
  const { resource_changes } = changes.data;
  const config = Object.values(providers.data.configuration.provider_config)[0]?.expressions;
  const region = config?.region?.constant_value ?? variableIn(config?.region?.references, providers.data.variables);
  const environment = config?.default_tags?.[0]?.tags?.constant_value?.Environment ?? "";
  const resources = resource_changes.filter(({ address }) => !/(^|\.)data\./.test(address));
  const valued = (address: string, values: Readonly<Record<string, unknown>> | null): ValuedResource[] => {
    if (values === null) return [];
    const { type, tier } = partsOf(address);
    return [{ address, type, values, count: 1, root: "plan", environment, region, tier, recovery: false }];
  };
  return {
    before: resources.flatMap(({ address, change }) => valued(address, change.before)),
    after: resources.flatMap(({ address, change }) => valued(address, change.after)),
  };
}

/** A region that a variable of the root gives; in a plan, nothing else says what the caller's surroundings gave. */
const variableIn = (references: readonly string[] = [], variables: Readonly<Record<string, { value: unknown }>>) => {
  const found = references.map((one) => variables[one.replace(/^var\./, "")]?.value);
  return found.find((one) => typeof one === "string") ?? "an unknown region";
};

/** The type of a resource, and the tier whose module it is in: `module.web.aws_lb.load_balancer`. */
function partsOf(address: string): { type: string; tier: string } {
  const bare = withoutKeys(address).split(".");
  return { type: bare.at(-2) ?? "", tier: bare[0] === "module" ? (bare[1] ?? "") : "" };
}
