import { z } from "zod";
import { parameterPath } from "../../core/names";

/** The optional tiers of a region that services meet at an endpoint: each tells it in a parameter. */
export const endpointTiers = ["cache", "events", "identity"] as const;
export type EndpointTier = (typeof endpointTiers)[number];

/** Name of the SSM parameter with the endpoint of a tier. */
export const endpointParameter = (namePrefix: string, tier: EndpointTier): string => parameterPath(namePrefix, tier);

/** What the wiring gives a tier that runs a service. */
export const endpointShape = z.object({
  endpointTiers: z
    .array(z.enum(endpointTiers))
    .optional()
    .describe("Optional tiers of the region whose endpoints the service is told, by the names of their parameters."),
});
