import { z } from "zod";

/** How many there are of what serves, and when there are more; called the same for instances and for tasks. `costs` says what one does. */
export const capacity = (what: "instance" | "task", graceSeconds: number, costs: string) =>
  z.object({
    onDemandPerZone: z
      .int()
      .min(1)
      .max(100)
      .default(2)
      .describe(
        `On-demand ${what}s for each zone. That many run in all, spread evenly over the zones; AWS does not promise so many in each. ${costs}`,
      ),
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
    healthCheckGraceSeconds: z
      .int()
      .min(0)
      .max(7200)
      .default(graceSeconds)
      .describe(
        `Seconds that a new ${what} may fail health checks before it is replaced. Raise it for what starts slowly.`,
      ),
  });
