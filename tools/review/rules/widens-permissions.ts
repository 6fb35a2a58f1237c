import { parsed, policyAfter } from "../policies/document";
import { gravityOf, isAllOfAService, isEverything } from "../policies/gravity";
import { identityPolicies } from "../policies/where";
import { unsure, widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { at } from "../read/after";
import { isOfNew } from "../read/of-new";
import { finding, notKnown, ok, type Rule, severities, type Verdict } from "./rule";

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
    const attribute = path.join(".");
    const document = policyAfter(change, path, around);
    if (document.is === "unknown") return notKnown(attribute, document.by);
    const before = parsed(at(change.before, path));
    const { allowed, undenied, isUnsure } = widened(before, document.policy);
    const some = allowed.filter((one) => !isEverything(one) && !isAllOfAService(one));
    const rest = isUnsure
      ? [unsure(attribute, "identity", { before: change.before?.[attribute], text: document.text })]
      : [];
    if (some.length + undenied.length === 0) return rest;
    const worst = [...some.map(gravityOf), ...(undenied.length > 0 ? (["high"] as const) : [])];
    const found = finding({
      severity: severities.find((one) => worst.includes(one)) ?? "low",
      attribute,
      why: wideningText(some, undenied),
      wayOut,
    });
    return [found, ...rest];
  },
};
