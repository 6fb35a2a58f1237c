import { z } from "zod";

/**
 * What differs from run to run, not from region to region: variables of every root.
 *
 * A tier that wants one of them picks it into its `needs`; the host fills it in.
 */
export const runInputs = z.object({
  namePrefix: z
    .string()
    .regex(/^[a-z](-?[a-z0-9])+$/, "must be lower-case letters and digits with single hyphens such as prod-eu-west-1")
    .min(3)
    .max(20)
    .describe(
      "First part of every name that people or IAM see: environment and region, or a drill's run. RDS wants single hyphens, and load balancer names end at 32 characters.",
    ),
  ephemeral: z
    .boolean()
    .default(false)
    .describe(
      "Whether everything can be destroyed at once: no deletion protection, no final snapshot, buckets are emptied. Only the drill sets it.",
    ),
  snapshotArn: z
    .string()
    .regex(/^arn:aws[a-z-]*:rds:[a-z0-9-]+:\d{12}:(cluster-)?snapshot:.+$/, "must be the ARN of an RDS snapshot")
    .nullable()
    .default(null)
    .describe(
      "Snapshot that the database is restored from when it is created; null creates an empty one. Ignored once the database exists.",
    ),
});

/** Key of the tag that everything carries which a drill makes, where AWS has tags; its value is the id of the run. */
export const runTagKey = "Run";

/** Those of a run's values that a tier wants. */
export const wantedOf = (needs: z.ZodObject, run: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(run).filter(([name]) => name in needs.shape));

export type RunInputs = z.output<typeof runInputs>;
