import type { New } from "../policies/grants";
import { judgeWidening } from "../policies/judge-widening";
import { newSubjects } from "../policies/subjects";
import { trustPolicies } from "../policies/where";
import { accountIn } from "../read/accounts";
import { finding, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

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
    return judgeWidening(change, around, {
      path,
      of: "resource",
      wayOut,
      severityOf: (grant) => severityOf(grant, change.before === null, around),
      otherwise: (before, after) => ofSubjects(newSubjects(before, after), path.join(".")),
    });
  },
};

function ofSubjects(subjects: readonly string[], attribute: string): Verdict | undefined {
  if (subjects.length === 0) return undefined;
  return finding({
    severity: subjects.some((one) => one.includes("*")) ? "high" : "medium",
    attribute,
    why: `It takes tokens of other subjects than before: ${subjects.join(", ")}.`,
    wayOut,
  });
}

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
