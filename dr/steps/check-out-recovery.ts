import { step } from "../step";
import { checkOutAs } from "./check-out";

export const checkOutRecovery = step({
  title: "Build the recovery from a clean clone",
  about: "Starts the recovery with nothing but git: a clean clone, installed and synthesized.",
  needs: [],
  gives: ["recovery"],
  run: async (drill, at) => {
    drill.found.recovery = await checkOutAs(drill, "recovery", at);
  },
});
