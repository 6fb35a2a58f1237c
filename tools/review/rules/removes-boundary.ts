import { isDeepStrictEqual } from "node:util";
import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { also } from "../guards/also";
import { given } from "../guards/guard";
import { weakening } from "../guards/weakening";
import { after } from "../read/after";
import { finding, ok, type Rule, type Surroundings, type Verdict } from "./rule";

const boundary = { ...given(["permissions_boundary"], "The permissions boundary"), enough: 0 };
const means = "Whatever a policy allows by mistake is allowed then.";
const wayOut = "Leave the limit, and widen it by what is needed.";

/** A boundary holds whatever policies say. */
export const removesBoundary: Rule = also(
  weakening({
    id: "removes-boundary",
    about: "A permissions boundary or a policy of the organisation limits somebody no longer.",
    cannotSee: "Whether another boundary or unit limits as much, and policies that are attached elsewhere.",
    guards: { aws_iam_role: [boundary], aws_iam_user: [boundary] },
    apart: {
      aws_organizations_policy: { what: "A policy of the organisation" },
      aws_organizations_policy_attachment: { what: "A policy of the organisation", of: "policy_id" },
      aws_ssoadmin_permissions_boundary_attachment: { what: "The permissions boundary", of: "permission_set_arn" },
    },
    weaker: "high",
    means,
    wayOut,
  }),
  { aws_organizations_account: leavesItsUnit, aws_organizations_organizational_unit: leavesItsUnit },
  ["medium"],
);

/** Policies of a unit hold for what is in it. */
function leavesItsUnit(change: ResourceChange, around: Surroundings): Verdict[] {
  const was = change.before?.parent_id;
  const become = after(change, ["parent_id"], around);
  if (!was || change.after === null || (become.is === "known" && isDeepStrictEqual(become.value, was))) return [ok];
  const where = become.is === "known" ? `${become.value}` : "another unit";
  return [
    finding({
      severity: "medium",
      attribute: "parent_id",
      why: `It goes from the unit ${was} to ${where}: what is refused in the former one is refused to it no longer.`,
      wayOut: "Attach the same policies to the new unit first, or to the account itself.",
    }),
  ];
}
