import { recoveryOf } from "../../regions/wiring/location";
import { isObject } from "../../terraform/is-object";
import type { Check } from "../check";
import { evidence } from "../controls";
import { withoutModuleFolders } from "../lookup/module-folders";
import { everyString } from "../lookup/strings";
import type { LostRegion, RecoveredRegion } from "./view";

/**
 * No value of the recovery's plan or state ties it to the lost region.
 *
 * Two things are left out. The plan's `configuration` is the text that git holds, where a module's path names the region
 * that it was published for; every value that comes of it is in the rest of the plan, where the same folder in the path of
 * a file is left out. And the recovery's own name,
 * `recovery-of-<lost region>`, stands in its state's key and its tags: it says what was lost and points to nothing there.
 */
export const holdNothingOfTheLostRegion: Check<RecoveredRegion> = {
  id: "hold-nothing-of-the-lost-region",
  title: "The recovery's plan and state do not reference the lost region",
  question: "independent",
  controls: evidence.recovery,
  async ask({ plan, state, lost }) {
    if (lost.traces.length === 0 || lost.traces.some((trace) => trace.trim() === ""))
      throw new Error("the traces of the lost region are not known");
    const { configuration: _, ...values } = shown("plan", plan, "planned_values");
    const strings = [...everyString(values, "plan"), ...everyString(shown("state", state, "values"), "state")];
    const named = strings.flatMap(({ path, text }) => {
      const trace = traceIn(text, lost);
      return trace === undefined ? [] : [`${path} holds ${trace}`];
    });
    return {
      seen: `${strings.length} strings of plan and state, ${lost.traces.length} traces; not looked at: the text and folders of the modules, the name ${recoveryOf(lost.region)}`,
      problems: [...new Set(named)],
    };
  },
};

function shown(what: string, value: unknown, part: string): Record<string, unknown> {
  if (!isObject(value) || !isObject(value[part]))
    throw new Error(`the ${what} is not what "terraform show -json" gives: it has no ${part}`);
  return value;
}

/** The first trace in a text, as a whole word; after a region's name a zone's letter may follow. */
function traceIn(text: string, { region, traces }: LostRegion): string | undefined {
  const rest = withoutModuleFolders(text).replaceAll(recoveryOf(region), "");
  return [region, ...traces].find((trace) => {
    for (let at = rest.indexOf(trace); at >= 0; at = rest.indexOf(trace, at + 1)) {
      const [before = "", after = ""] = [rest[at - 1], rest[at + trace.length]];
      if (!/[a-z0-9]/i.test(before) && !(trace === region ? /\d/ : /[a-z0-9]/i).test(after)) return true;
    }
    return false;
  });
}
