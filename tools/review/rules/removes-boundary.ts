import { given } from "../guards/guard";
import { weakening } from "../guards/weakening";

const boundary = { ...given(["permissions_boundary"], "The permissions boundary"), enough: 0 };

/** A boundary holds whatever policies say. */
export const removesBoundary = weakening({
  id: "removes-boundary",
  about: "A permissions boundary or a policy of the organisation limits somebody no longer.",
  cannotSee: "Whether another boundary is as narrow, and policies that are attached elsewhere.",
  guards: { aws_iam_role: [boundary], aws_iam_user: [boundary] },
  apart: {
    aws_organizations_policy: { what: "A policy of the organisation" },
    aws_organizations_policy_attachment: { what: "A policy of the organisation", of: "policy_id" },
    aws_ssoadmin_permissions_boundary_attachment: { what: "The permissions boundary", of: "permission_set_arn" },
  },
  weaker: "high",
  means: "Whatever a policy allows by mistake is allowed then.",
  wayOut: "Leave the limit, and widen it by what is needed.",
});
