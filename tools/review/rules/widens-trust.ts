import { parsed, policyAfter } from "../policies/document";
import type { New } from "../policies/grants";
import { newSubjects } from "../policies/subjects";
import { trustPolicies } from "../policies/where";
import { unsure, widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { accountIn } from "../read/accounts";
import { at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, severities, type Verdict } from "./rule";

const wayOut = "Trust one principal by its ARN, with an external id or the subject of its token as a condition.";

/** Who may take a role has all that the role may do. */
export const widensTrust: Rule = {
  id: "widens-trust",
  about: "More may take a role than before, or somebody from outside.",
  severities: ["critical", "high", "medium", "low"],
  cannotSee: "What the other side allows, and who may write the tokens of an identity provider.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(trustPolicies),
  check: (change, around): Verdict | readonly Verdict[] => {
    const path = trustPolicies[change.type] ?? [];
    if (change.after === null) return ok;
    const attribute = path.join(".");
    const document = policyAfter(change, path, around);
    if (document.is === "unknown") return notKnown(attribute, document.by);
    const before = parsed(at(change.before, path));
    const { allowed, undenied, isUnsure } = widened(before, document.policy);
    const isNew = change.before === null;
    const found = allowed.flatMap((grant): [New, Severity][] => {
      const severity = severityOf(grant, isNew, around);
      return severity === undefined ? [] : [[grant, severity]];
    });
    const subjects = isUnsure && found.length + undenied.length === 0 ? newSubjects(before, document.policy) : [];
    if (subjects.length > 0)
      return finding({
        severity: subjects.some((one) => one.includes("*")) ? "high" : "medium",
        attribute,
        why: `It takes tokens of other subjects than before: ${subjects.join(", ")}.`,
        wayOut,
      });
    const rest = isUnsure
      ? [unsure(attribute, "resource", { before: change.before?.[attribute], text: document.text })]
      : [];
    if (found.length + undenied.length === 0) return rest;
    const all = [...found.map(([, severity]) => severity), ...(undenied.length > 0 ? (["high"] as const) : [])];
    const wider = finding({
      severity: severities.find((one) => all.includes(one)) ?? "low",
      attribute,
      why: wideningText(
        found.map(([grant]) => grant),
        undenied,
      ),
      wayOut,
    });
    return [wider, ...rest];
  },
};

/** How bad it is that somebody may take a role; undefined where a new role is for a service, or for one's own account. */
function severityOf({ who, isLimited }: New, isNew: boolean, around: Surroundings): Severity | undefined {
  if (who === "*" || who.startsWith("everything but ")) return isLimited ? "high" : "critical";
  if (who.startsWith("Federated:")) return isLimited ? (isNew ? undefined : "medium") : "critical";
  if (who.startsWith("Service:")) return isNew ? undefined : "low";
  const [account, own] = [accountIn(who), around.accounts];
  if (account === undefined || own.has(account)) return isNew ? undefined : "medium";
  if (own.size === 0) return isLimited ? "low" : "medium";
  return isLimited ? "medium" : "high";
}
