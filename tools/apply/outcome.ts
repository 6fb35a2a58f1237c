import { z } from "zod";

/** What became of a root that was reviewed. */
export const outcome = z.object({
  root: z.string(),
  is: z
    .enum([
      "applied",
      "as it is",
      "would be applied",
      "awaited others",
      "not rolled out",
      "review again",
      "waits",
      "failed",
    ])
    .describe(
      "As it is: it needs no change any more. Not rolled out: it was applied, and AWS went back to what was before, or stopped on the way. Awaited others: it was reviewed before what it needs was there. Waits: what comes first was left.",
    ),
  why: z.string().optional(),
});
export type Outcome = z.infer<typeof outcome>;

/** Whether all is well with it, so that what depends on it may go on. */
export const isWell = ({ is }: Pick<Outcome, "is">): boolean =>
  ["applied", "as it is", "would be applied"].includes(is);
