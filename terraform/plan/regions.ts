import { withoutKeys } from "./decided";
import type { ResourceChange } from "./resource-changes";
import type { ConfiguredModule, PlanJson } from "./schema";

/** The region that a resource is in; undefined where the plan does not say. */
export type RegionOf = (change: Pick<ResourceChange, "address" | "before" | "after">) => string | undefined;

/** Where the resources of a plan are: as the resource says itself, as its ARN does, or as its provider is configured. */
export function regionsIn({ configuration, variables }: PlanJson): RegionOf {
  const providers = new Map(providerKeys(configuration.root_module));
  const configured = (address: string): string | undefined => {
    const { region } = configuration.provider_config[providers.get(withoutKeys(address)) ?? ""]?.expressions ?? {};
    const { constant_value, references }: { constant_value?: unknown; references?: unknown } = Object(region);
    const values = Array.isArray(references)
      ? references.map((one) => variables[`${one}`.replace(/^var\./, "")]?.value)
      : [];
    return [constant_value, ...values].find((one) => typeof one === "string");
  };
  return ({ address, before, after }) => {
    const said = [after?.region, before?.region].find((one) => typeof one === "string");
    return said ?? regionInArn(before?.arn) ?? configured(address);
  };
}

const providerKeys = ({ resources, module_calls }: ConfiguredModule, prefix = ""): [string, string][] => [
  ...resources.map(({ address, provider_config_key = "" }): [string, string] => [
    `${prefix}${address}`,
    provider_config_key,
  ]),
  ...Object.entries(module_calls).flatMap(([name, { module }]) => providerKeys(module, `${prefix}module.${name}.`)),
];

/** The region that an ARN names; none in that of a bucket, a role or a zone. */
export const regionInArn = (arn: unknown): string | undefined =>
  typeof arn === "string" ? /^arn:[^:]*:[^:]*:([a-z0-9-]+):/.exec(arn)?.[1] : undefined;
