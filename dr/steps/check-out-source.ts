import { step } from "../step";
import { checkOutAs } from "./check-out";

export const checkOutSource = step({
  title: "Build the source from a clean clone",
  about: "Clones, installs and synthesizes what the source region is deployed from.",
  needs: ["childEnvironment"],
  gives: ["source"],
  run: async (drill, at) => {
    drill.found.source = await checkOutAs(drill, "source", at);
  },
});
