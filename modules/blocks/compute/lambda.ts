import { z } from "zod";
import type { Choice } from "../../core/contract";
import { imageName } from "./image-name";

/** A function behind the load balancer: nothing runs, and nothing costs, while nobody asks. */
export const lambda = {
  shape: z.object({
    tracing: z.boolean().default(true).describe("Whether X-Ray traces a sample of requests."),
  }),
  settings: z.object({
    containerImage: imageName("The image is a Lambda function for arm64 that answers the events of a load balancer."),
    memoryMib: z.int().min(128).max(10240).default(1024).describe("Memory of the function in MiB; CPU grows with it."),
    timeoutSeconds: z.int().min(1).max(60).default(30).describe("Seconds that a request may take."),
    reservedConcurrency: z
      .int()
      .min(1)
      .max(1000)
      .nullable()
      .default(null)
      .describe(
        "Concurrent requests: reserved for the function, and its limit; null shares what the account has. AWS keeps 100 for all others, and a new account may have as few as 10 in all, so that it refuses any.",
      ),
  }),
} as const satisfies Choice;
