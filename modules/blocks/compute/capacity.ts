import { z } from "zod";

/** How many there are of what serves, and when there are more; called the same for instances and for tasks. */
export const capacity = (what: "instance" | "task") =>
  z.object({
    onDemandPerZone: z
      .int()
      .min(1)
      .max(100)
      .default(2)
      .describe(`On-demand ${what}s in each zone; there are never fewer than that.`),
    maxPerZone: z
      .int()
      .min(1)
      .max(500)
      .default(6)
      .describe(`Maximum number of ${what}s in each zone; those above the on-demand ones are Spot.`),
    targetCpuPercent: z
      .int()
      .min(10)
      .max(90)
      .default(60)
      .describe(`Average CPU utilization, in percent, that scaling keeps the ${what}s at.`),
  });
