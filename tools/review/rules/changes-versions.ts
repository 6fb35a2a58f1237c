import { finding, notKnown, type PlanRule, type Verdict } from "./rule";

/** What makes the plan has changed, too: another provider may do something else with the same configuration. */
export const changesVersions: PlanRule = {
  id: "changes-versions",
  about: "A provider, or Terraform itself, has another version than before.",
  severities: ["high", "medium", "low"],
  cannotSee: "What is another in the version, and modules from a registry.",
  checkPlan: ({ root, versions }) => {
    if (versions === undefined) return [];
    const { before, after } = versions;
    return [...after].flatMap(([name, version]) => {
      const former = before.get(name);
      return former === undefined || former === version
        ? []
        : [{ address: root, verdict: changed(name, former, version) }];
    });
  },
};

function changed(name: string, former: string, version: string): Verdict {
  const [was, is] = [former, version].map((one) => one.split(".").map(Number));
  if (!was || !is || [...was, ...is].some(Number.isNaN))
    return notKnown("versions", [`${name} ${former}`, `${name} ${version}`]);
  const isBack = compare(is, was) < 0;
  const isMajor = was[0] !== is[0];
  return finding({
    severity: isBack ? "high" : isMajor ? "medium" : "low",
    why: `${name} goes ${isBack ? "back " : ""}from ${former} to ${version}.${isBack ? " A state that the newer one has written may not be read." : ""}`,
    wayOut:
      isMajor || isBack
        ? "Read its upgrade guide, and apply the version alone, without any other change."
        : "Read its change log for what you use.",
  });
}

const compare = (one: readonly number[], other: readonly number[]): number => {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
};
