import type { New } from "../policies/grants";
import { gravityOf, isAllOfAService, isEverything } from "../policies/gravity";
import { judgeWidening } from "../policies/judge-widening";
import { identityPolicies } from "../policies/where";
import { isOfNew } from "../read/of-new";
import { ok, type Rule, type Verdict } from "./rule";

/** Whom a policy of its own kind belongs to. A managed one belongs to nobody until it is attached. */
const principalOf: Readonly<Record<string, string>> = {
  aws_iam_group_policy: "group",
  aws_iam_role_policy: "role",
  aws_iam_user_policy: "user",
  aws_ssoadmin_permission_set_inline_policy: "permission_set_arn",
};

const wayOut = "Allow only what is used, on the resources that it is used on, under the conditions that always hold.";

/** What somebody may do that he could not. */
export const widensPermissions: Rule = {
  id: "widens-permissions",
  about: "Somebody who is there already may do more than before.",
  severities: ["high", "medium", "low"],
  cannotSee:
    "Statements on everything but something, and conditions that are not the same: it says that they are not known, and Access Analyzer is asked with --ask-access-analyzer only.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(identityPolicies),
  check: (change, around): Verdict | readonly Verdict[] => {
    const path = identityPolicies[change.type] ?? [];
    const principal = principalOf[change.type];
    // A principal that is new could do nothing before.
    if (
      change.after === null ||
      (change.before === null && (principal === undefined || isOfNew(change, principal, around)))
    )
      return ok;
    // What is all of a service, or everything, is another rule's.
    const severityOf = (grant: New) => (isEverything(grant) || isAllOfAService(grant) ? undefined : gravityOf(grant));
    return judgeWidening(change, around, { path, of: "identity", wayOut, severityOf });
  },
};
