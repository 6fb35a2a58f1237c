import type { Step } from "../step";
import { checkOutAs } from "./check-out";

/** Begins the recovery as somebody who has nothing but git: a clean clone, installed and synthesized. */
export const checkOutRecovery: Step = {
  title: "Build the recovery from a clean clone",
  run: async (drill, at) => {
    drill.found.recovery = await checkOutAs(drill, "recovery", at);
  },
};
