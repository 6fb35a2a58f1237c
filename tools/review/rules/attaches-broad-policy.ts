import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { parsed, policyAfter } from "../policies/document";
import { gravityOf } from "../policies/gravity";
import { widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { after } from "../read/after";
import { isOfNew } from "../read/of-new";
import { finding, notKnown, ok, type Rule, type Severity, type Surroundings, severities, type Verdict } from "./rule";

/** AWS's own policies that allow very much. */
const broad: Readonly<Record<string, Severity>> = {
  AdministratorAccess: "critical",
  "AdministratorAccess-Amplify": "high",
  AmazonEC2FullAccess: "high",
  AmazonRDSFullAccess: "high",
  AmazonS3FullAccess: "high",
  AmazonDynamoDBFullAccess: "high",
  AWSKeyManagementServicePowerUser: "high",
  AWSOrganizationsFullAccess: "critical",
  IAMFullAccess: "critical",
  PowerUserAccess: "high",
  SecretsManagerReadWrite: "high",
  SystemAdministrator: "high",
};

/** The attribute that names a policy, and the one that names whom it is attached to. */
const attachments: Readonly<Record<string, readonly [policy: string, to: string]>> = {
  aws_eks_access_policy_association: ["policy_arn", "principal_arn"],
  aws_iam_group_policy_attachment: ["policy_arn", "group"],
  aws_iam_policy_attachment: ["policy_arn", "roles"],
  aws_iam_role: ["managed_policy_arns", "name"],
  aws_iam_role_policy_attachment: ["policy_arn", "role"],
  aws_iam_user_policy_attachment: ["policy_arn", "user"],
  aws_ssoadmin_managed_policy_attachment: ["managed_policy_arn", "permission_set_arn"],
};

const wayOut = "Attach a policy of your own that names what is needed.";

/** A policy does something once it is attached. */
export const attachesBroadPolicy: Rule = {
  id: "attaches-broad-policy",
  about: "A policy is attached that allows very much, or more to somebody who is there already.",
  severities: ["critical", "high", "medium", "low"],
  cannotSee: "What a policy allows that is neither AWS's own nor in the plan.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(attachments),
  check: (change, around): Verdict | Verdict[] => {
    const [name, to] = attachments[change.type] ?? ["", ""];
    if (change.after === null) return ok;
    const value = after(change, [name], around);
    if (value.is === "unknown")
      return change.before === null && value.isFollowed ? ofPlan(change, to, around) : notKnown(name, value.by);
    const before = [change.before?.[name] ?? []].flat();
    return [value.is === "known" ? (value.value ?? []) : []].flat().map((arn): Verdict => {
      const policy = /(?:policy|cluster-access-policy)\/(?:[\w-]+\/)*([\w+=,.@-]+)$/.exec(`${arn}`)?.[1] ?? "";
      const severity = before.includes(arn)
        ? undefined
        : (broad[policy] ?? (policy.includes("ClusterAdmin") ? "high" : undefined));
      return severity === undefined
        ? ok
        : finding({ severity, attribute: name, why: `${policy} is attached.`, wayOut });
    });
  },
};

/** A policy of the plan, attached to a principal that is there already. */
function ofPlan(change: ResourceChange, to: string, around: Surroundings): Verdict {
  const [name] = attachments[change.type] ?? [""];
  const value = after(change, [name], around);
  const addresses = value.is === "unknown" ? value.leadsTo.map(({ address }) => address) : [];
  const policy = addresses.flatMap(around.configuredAs).find(({ type }) => type === "aws_iam_policy");
  if (isOfNew(change, to, around)) return ok;
  const document = policy && policyAfter(policy, ["policy"], around);
  if (document?.is !== "known") return notKnown(name, value.is === "unknown" ? value.by : []);
  const { allowed } = widened(parsed(""), document.policy);
  const all = allowed.map(gravityOf);
  return finding({
    severity: severities.find((one) => all.includes(one)) ?? "low",
    attribute: name,
    why: wideningText(allowed),
    wayOut,
  });
}
