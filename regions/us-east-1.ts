import { onCall } from "./on-call";
import { organization } from "./organization";
import { defineRegion } from "./schema/region-schema";

/** Virginia: where the tiers that all regions share work, because CloudFront, IAM and public DNS do. */
export const usEast1 = defineRegion({
  name: "us-east-1",
  role: "global",
  baseline: { subscriptions: onCall },
  account: {
    githubRepository: organization.githubRepository,
    githubRepositoryIds: organization.githubRepositoryIds,
    workflows: ["plan", "apply"],
  },
});
