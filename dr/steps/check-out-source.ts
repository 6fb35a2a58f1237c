import type { Step } from "../step";
import { checkOutAs } from "./check-out";

/** Clones, installs and synthesizes what the source region is stood up from. */
export const checkOutSource: Step = {
  title: "Build the source from a clean clone",
  run: async (drill, at) => {
    drill.found.source = await checkOutAs(drill, "source", at);
  },
};
