import { hourlyOfDrill } from "../report/night";
import { step } from "../step";
import { checkOutAs } from "./check-out";

export const checkOutSource = step({
  title: "Build the source from a clean clone",
  about: "Clones, installs and synthesizes what the source region is deployed from.",
  needs: [],
  gives: ["source"],
  run: async (drill, at) => {
    const source = await checkOutAs(drill, "source", at);
    drill.found.source = source;
    drill.found.hourly = orUndefined(() => hourlyOfDrill(drill.settings, source.folder));
  },
});

/** What a night costs is told in the report; that nobody can tell is no reason not to drill. */
function orUndefined<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch {
    return undefined;
  }
}
