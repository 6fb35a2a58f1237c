import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import type { New } from "../policies/grants";
import { judgeWidening } from "../policies/judge-widening";
import { ownerOf, resourcePolicies } from "../policies/where";
import { accountIn } from "../read/accounts";
import { isOfNew } from "../read/of-new";
import { finding, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

const wayOut = "Name who needs it and for what, or share it for as long as it is needed.";

/** Who may do what with a resource that could not. */
export const letsOthersIn: Rule = {
  id: "lets-others-in",
  about: "A resource lets more in than before, or another account.",
  severities: ["high", "medium", "low"],
  cannotSee: "Which accounts are one's own where the plan has no ARN of what is there already.",
  wayOut,
  mayBeUnknown: true,
  types: [...Object.keys(resourcePolicies), "aws_lambda_permission", "aws_ram_principal_association", "aws_kms_grant"],
  check: (change, around): Verdict | readonly Verdict[] => {
    if (change.after === null) return ok;
    const path = resourcePolicies[change.type];
    if (path === undefined) return ofOther(change, around);
    const isNew =
      change.before === null &&
      (ownerOf[change.type] === undefined || isOfNew(change, ownerOf[change.type] ?? "", around));
    return judgeWidening(change, around, {
      path,
      of: "resource",
      wayOut,
      severityOf: (grant) => severityOf(grant, isNew, around),
    });
  },
};

/** Everybody is another rule's; a resource that is new lets in whom it is for. */
function severityOf({ who, isLimited }: New, isNew: boolean, around: Surroundings): Severity | undefined {
  if (who === "*" || who.startsWith("everything but ")) return isLimited && !isNew ? "medium" : undefined;
  const [account, own] = [accountIn(who), around.accounts];
  if (account !== undefined && own.size > 0 && !own.has(account)) return isLimited ? "medium" : "high";
  if (isNew) return undefined;
  return who.startsWith("Service:") ? "low" : "medium";
}

function ofOther({ type, before, after }: ResourceChange, around: Surroundings): Verdict {
  const attribute = type === "aws_kms_grant" ? "grantee_principal" : "principal";
  const [was, is] = [before?.[attribute], after?.[attribute]];
  const [account, own] = [accountIn(is), around.accounts];
  if (is === was || account === undefined || own.has(account)) return ok;
  return finding({
    severity: own.size > 0 ? "high" : "medium",
    attribute,
    why: `The account ${account} is let in, and was not.`,
    wayOut,
  });
}
