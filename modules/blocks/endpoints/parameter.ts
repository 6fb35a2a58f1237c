import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { Fn } from "cdktf";
import type { Construct } from "constructs";
import { type EndpointTier, endpointParameter } from "./contract";

interface Endpoint {
  readonly namePrefix: string;
  readonly tier: EndpointTier;
  /** What a service needs to call the tier, of which nothing is secret: addresses, names, ids. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** Tells the endpoint of a tier to the region's services, as JSON: AWS makes parts of it that nobody can know before. */
export const tellEndpoint = (scope: Construct, { namePrefix, tier, value }: Endpoint): SsmParameter =>
  new SsmParameter(scope, "endpoint", {
    name: endpointParameter(namePrefix, tier),
    description: `Where services find ${tier}`,
    type: "String",
    value: Fn.jsonencode(value),
  });
