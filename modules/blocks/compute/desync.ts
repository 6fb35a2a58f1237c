import { z } from "zod";

/** The settings of a tier that has an application load balancer. */
export const desyncSettings = z.object({
  desyncMitigationMode: z
    .enum(["strictest", "defensive", "monitor"])
    .default("strictest")
    .describe(
      "How an application load balancer treats requests that parsers may read differently: strictest refuses all that are not as RFC 7230 wants them, defensive lets through what is safe, monitor only counts.",
    ),
});
