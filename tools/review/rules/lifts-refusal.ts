import { goesWith } from "../guards/goes-with";
import { type Document, parsed, policyAfter } from "../policies/document";
import { ownerOf } from "../policies/where";
import { widened } from "../policies/widened";
import { wideningText } from "../policies/words";
import { at } from "../read/after";
import { finding, notKnown, ok, type Rule, type Verdict } from "./rule";

/** Where refusals are said that hold for everybody. */
const attribute: Readonly<Record<string, string>> = {
  aws_backup_vault_policy: "policy",
  aws_ecr_repository_policy: "policy",
  aws_efs_file_system_policy: "policy",
  aws_organizations_policy: "content",
  aws_s3_bucket_policy: "policy",
  aws_secretsmanager_secret_policy: "policy",
  aws_sns_topic_policy: "policy",
  aws_sqs_queue_policy: "policy",
};

const wayOut = "Keep the refusal, or say what refuses it from now on.";

/** What a policy denies holds against everybody, whatever else allows it. */
export const liftsRefusal: Rule = {
  id: "lifts-refusal",
  about:
    "A policy that denied something is removed while what it guarded stays, or a policy of the organisation denies less.",
  severities: ["high"],
  cannotSee: "Whether anything else denies it, too.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(attribute),
  check: (change, around): Verdict | readonly Verdict[] => {
    const name = attribute[change.type] ?? "";
    const isOfOrganization = change.type === "aws_organizations_policy";
    // What stays of a policy of a resource is compared by another rule.
    if (change.before === null || (change.fate !== "destroy" && !isOfOrganization)) return ok;
    if (change.fate === "destroy" && goesWith(change, ownerOf[change.type] ?? "", around)) return ok;
    const document: Document =
      change.fate === "destroy" ? { is: "known", policy: null } : policyAfter(change, [name], around);
    if (document.is === "unknown") return notKnown(name, document.by);
    const { undenied, isUnsure } = widened(parsed(at(change.before, [name])), document.policy);
    const lifted = finding({
      severity: "high",
      attribute: name,
      why: wideningText([], undenied),
      wayOut,
    });
    // Access Analyzer compares no policies of an organisation.
    return [...(undenied.length > 0 ? [lifted] : []), ...(isUnsure ? [notKnown(name, [])] : [])];
  },
};
