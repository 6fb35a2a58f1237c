import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { parsed, policyAfter } from "../policies/document";
import type { Grant } from "../policies/grants";
import { resourcePolicies } from "../policies/where";
import { widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

const wayOut = "Name the principals, or limit it by aws:PrincipalOrgID, aws:SourceArn or aws:SourceVpce.";

/** `*` in a policy of a resource is everybody who has an account, and for some services everybody. */
export const trustsEverybody: Rule = {
  id: "trusts-everybody",
  about: "The policy of a resource lets everybody in.",
  severities: ["critical", "high"],
  cannotSee: "Whether a public access block overrules it, and policies that are not in the plan.",
  wayOut,
  mayBeUnknown: true,
  // An endpoint lets everybody of its network through, unless it is told otherwise.
  types: [
    ...Object.keys(resourcePolicies).filter((type) => type !== "aws_vpc_endpoint"),
    "aws_lambda_permission",
    "aws_lambda_layer_version_permission",
  ],
  check: (change, around): Verdict => {
    if (change.after === null) return ok;
    const path = resourcePolicies[change.type];
    if (path === undefined) return ofPermission(change);
    const attribute = path.join(".");
    const document = policyAfter(change, path, around);
    if (document.is === "unknown") return notKnown(attribute, document.by);
    const { allowed } = widened(parsed(at(change.before, path)), document.policy);
    const open = allowed.filter((one) => isEverybody(one) && !one.isLimited);
    if (open.length === 0) return ok;
    return finding({
      severity: open.some(({ when }) => when === "") ? "critical" : "high",
      attribute,
      why: wideningText(open),
      wayOut,
    });
  },
};

const isEverybody = ({ who }: Grant): boolean => who === "*" || who.startsWith("everything but ");

function ofPermission({ type, before, after }: ResourceChange): Verdict {
  const { principal, source_arn, source_account, principal_org_id, organization_id, function_url_auth_type } =
    after ?? {};
  const limit =
    source_arn || source_account || principal_org_id || organization_id || function_url_auth_type === "AWS_IAM";
  if (principal !== "*" || limit || before?.principal === "*") return ok;
  const what = type === "aws_lambda_permission" ? "call the function" : "use the layer";
  return finding({ severity: "critical", attribute: "principal", why: `Everybody may ${what}.`, wayOut });
}
