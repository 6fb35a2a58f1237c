import { tearDown } from "../roots";
import type { Step } from "../step";
import { destroyRecovery } from "./recover";
import { sourceRoots } from "./stand-up-source";

/** Destroys both regions at once, each in the opposite order of how it was built. */
export const destroyBoth: Step = {
  title: "Destroy both regions",
  run: async (drill, at) => {
    const results = await Promise.allSettled([
      destroyRecovery(drill, at),
      tearDown(drill, at, "Destroy the source region", sourceRoots(drill)),
    ]);
    const errors = results.flatMap((result) => (result.status === "rejected" ? [result.reason as unknown] : []));
    if (errors.length > 0) throw new AggregateError(errors, errors.map(String).join("\n"));
  },
};
