import { parsed, policyAfter } from "../policies/document";
import { isAllOfAService, isEverything } from "../policies/gravity";
import { identityPolicies } from "../policies/where";
import { widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

const wayOut = "Name the actions and the resources that are needed; Access Analyzer makes a policy of what was used.";

/** Who may do everything may undo every protection. */
export const grantsEverything: Rule = {
  id: "grants-everything",
  about: "A policy allows everything, or all that a service can do, on everything.",
  severities: ["critical", "high"],
  cannotSee: "Boundaries, service control policies and denials elsewhere that limit it all the same.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(identityPolicies),
  check: (change, around): Verdict => {
    const path = identityPolicies[change.type] ?? [];
    if (change.after === null) return ok;
    const attribute = path.join(".");
    const document = policyAfter(change, path, around);
    if (document.is === "unknown") return notKnown(attribute, document.by);
    const { allowed } = widened(parsed(at(change.before, path)), document.policy);
    const wide = allowed.filter((one) => isEverything(one) || isAllOfAService(one));
    if (wide.length === 0) return ok;
    return finding({
      severity: wide.some(isEverything) ? "critical" : "high",
      attribute,
      why: wideningText(wide),
      wayOut,
    });
  },
};
