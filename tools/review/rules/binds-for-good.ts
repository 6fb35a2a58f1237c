import type { Attributes } from "../../../terraform/plan/resource-changes";
import { block } from "../read/pairs";
import { finding, ok, type Rule } from "./rule";

/** What cannot be taken back once it is made, in a sentence; undefined where it can. */
const binding: Readonly<Record<string, (values: Attributes) => string | undefined>> = {
  aws_backup_vault_lock_configuration: ({ changeable_for_days: days }) =>
    typeof days === "number" && days > 0
      ? `After ${days} days nobody can take the lock off, delete the vault, or delete a backup before its time.`
      : undefined,
  aws_glacier_vault_lock: ({ complete_lock }) =>
    complete_lock === true ? "Nobody can take the lock off the vault any more." : undefined,
  aws_rds_reserved_instance: () => "It is a purchase for one or three years.",
  aws_s3_bucket_object_lock_configuration: (values) =>
    block(block(values, "rule"), "default_retention").mode === "COMPLIANCE"
      ? "What is put into the bucket can be deleted by nobody before its time."
      : undefined,
  aws_savingsplans_plan: () => "It is a purchase for one or three years.",
  aws_shield_subscription: () => "It is a subscription for a year, of 3,000 USD a month.",
};

const wayOut = "Try it with the mode that can be taken back first, or with few days.";

/** What binds for good wants a second look before, not after. */
export const bindsForGood: Rule = {
  id: "binds-for-good",
  about: "Something is locked, bought or subscribed to that cannot be taken back.",
  severities: ["medium"],
  cannotSee: "Contracts that are made outside of Terraform.",
  wayOut,
  mayBeUnknown: false,
  types: Object.keys(binding),
  check: ({ type, before, after }) => {
    const says = after && binding[type]?.(after);
    if (!says || (before && binding[type]?.(before) === says)) return ok;
    return finding({
      severity: "medium",
      why: says,
      wayOut,
    });
  },
};
