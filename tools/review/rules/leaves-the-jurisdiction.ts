import { after } from "../read/after";
import { flows, flowsOf, resolved } from "../read/flows";
import { lawName, lawOf } from "../read/jurisdiction";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

const wayOut = "Copy it to a region under the same law, or leave out what is personal and say so in the pull request.";

/** Data is under the law of the place that it is kept in. */
export const leavesTheJurisdiction: Rule = {
  id: "leaves-the-jurisdiction",
  about: "Data is copied or sent to a region under another law.",
  severities: ["high"],
  cannotSee: "Whether there is personal data in it, and what programs send elsewhere.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(flows),
  check: (change, around): Verdict | Verdict[] => {
    const { before, after: is } = flowsOf(change, around);
    return is
      .filter(({ to }) => !before.some((one) => one.to === to))
      .map((flow): Verdict => {
        const { fromRegion, region } = resolved(flow, change, around);
        const value = after(change, flow.path, around);
        const attribute = flow.path.join(".");
        if (region === undefined || fromRegion === undefined)
          return notKnown(attribute, value.is === "unknown" ? value.by : []);
        const [from, to] = [lawOf(fromRegion), lawOf(region)];
        if (from === undefined || to === undefined) return fromRegion === region ? ok : notKnown(attribute, []);
        if (from === to) return ok;
        return finding({
          severity: "high",
          attribute,
          why: `Data of ${fromRegion} goes to ${region}: from ${lawName(from)} to ${lawName(to)}.`,
          wayOut,
        });
      });
  },
};
