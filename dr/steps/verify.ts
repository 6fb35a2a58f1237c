import { setTimeout as sleep } from "node:timers/promises";
import pLimit from "p-limit";
import { askPatiently, type Check, type Outcome } from "../check";
import { checks } from "../checks/all";
import type { RecoveredRegion } from "../checks/view";
import { needed, recoveredRegion } from "../recovered-region";
import { step } from "../step";

/** Milliseconds that AWS has, after the apply, for health checks to pass and alarms to see their first figures. */
const settlesWithin = 15 * 60_000;

/** Checks asked at once: those that plan or compare take as long as all others. */
const atOnce = 4;

export const verify = step({
  title: "Verify the recovered region",
  about:
    "Asks AWS whether the recovered region equals the lost one. The recovery time ends when every check has passed.",
  needs: needed,
  gives: ["recoveredItems", "parity", "stateParity", "outcomes", "verifiedAt"],
  run: async (drill, at) => {
    const view = await recoveredRegion(drill, at);
    const patience = {
      until: Date.now() + (drill.settings.where.kind === "account" ? settlesWithin : 0),
      pause: () => sleep(15_000, undefined, { signal: at.signal }),
    };
    const ask = async (check: Check<RecoveredRegion>): Promise<Outcome> => {
      const from = Date.now();
      const outcome = { ...(await askPatiently(check, view, patience)), seconds: (Date.now() - from) / 1000 };
      drill.found.outcomes = [...(drill.found.outcomes ?? []), outcome];
      at.say(`${outcome.status}: ${outcome.title} (${outcome.seen})`);
      return outcome;
    };
    drill.found.outcomes = await pLimit(atOnce).map(checks, ask);
    const failed = drill.found.outcomes.filter(({ status }) => status !== "passed");
    if (failed.length > 0) throw new Error(failed.map(described).join("\n"));
    drill.found.verifiedAt = Date.now();
  },
});

const described = ({ title, status, problems }: Outcome): string =>
  [`${status}: ${title}`, ...problems.map((problem) => `  ${problem}`)].join("\n");
