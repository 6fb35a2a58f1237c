import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { after } from "../read/after";
import { finding, notKnown, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const wayOut = "Copy it to an account of your own with a key of its own, instead of sharing it.";

/** The attribute that names whom something is shared with, by type. */
const sharedWith: Readonly<Record<string, readonly string[]>> = {
  aws_ami_launch_permission: ["group", "account_id", "organization_arn", "organizational_unit_arn"],
  aws_db_cluster_snapshot: ["shared_accounts"],
  aws_db_snapshot: ["shared_accounts"],
  aws_db_snapshot_copy: ["shared_accounts"],
  aws_rds_cluster_snapshot_copy: ["shared_accounts"],
  aws_snapshot_create_volume_permission: ["account_id"],
};

/** Whoever may restore a snapshot has its data. */
export const sharesSnapshots: Rule = {
  id: "shares-snapshots",
  about: "A snapshot or an image is shared with others.",
  severities: ["critical", "high"],
  cannotSee: "Whether the accounts are your own, and the key that a snapshot is encrypted with.",
  wayOut,
  mayBeUnknown: true,
  types: Object.keys(sharedWith),
  check: (change, around) =>
    change.after === null ? ok : (sharedWith[change.type] ?? []).flatMap((name) => ofAttribute(name, change, around)),
};

function ofAttribute(name: string, change: ResourceChange, around: Surroundings): Verdict[] {
  const value = after(change, [name], around);
  if (value.is === "unknown") return [notKnown(name, value.by)];
  const with_ = value.is === "known" ? [value.value ?? []].flat() : [];
  const before = [change.before?.[name] ?? []].flat();
  return with_
    .filter((one) => one !== "" && !before.includes(one))
    .map((one) =>
      finding({
        severity: one === "all" ? "critical" : "high",
        attribute: name,
        why: `It is shared with ${one === "all" ? "everybody who has an account" : one}, who can restore all that is in it.`,
        wayOut,
      }),
    );
}
