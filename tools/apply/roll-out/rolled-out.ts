import type { Outcome } from "../outcome";
import type { RollOut } from "./roll-out";

const told = "AWS tells the topic of findings if that fails.";

/** What became of a root that was applied, by how it was rolled out. */
export function rolledOut(all: readonly RollOut[]): Omit<Outcome, "root"> {
  const of = (which: RollOut["is"]) =>
    all
      .filter(({ is }) => is === which)
      .map(({ what, says }) => `${what} (${says})`)
      .join(" and ");
  if (of("failed"))
    return { is: "not rolled out", why: `It was applied, but what serves is as before: ${of("failed")}.` };
  if (of("under way")) return { is: "applied", why: `Still being rolled out: ${of("under way")}. ${told}` };
  return { is: "applied" };
}
