import type { Path } from "../../../terraform/plan/decided";
import { type Guard, on, ranked } from "../guards/guard";
import { weakening } from "../guards/weakening";

const four = (path: Path = []): Guard[] =>
  ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"].map((name) =>
    on([...path, name], name),
  );

/** The public access block holds even where a policy or a list is wrong. */
export const liftsPublicAccessBlock = weakening({
  id: "lifts-public-access-block",
  about: "What keeps buckets, snapshots, images or clusters from being public is turned off or removed.",
  cannotSee: "Blocks of the organisation or of the account that are in another plan, and hold all the same.",
  guards: {
    aws_ebs_snapshot_block_public_access: [
      ranked(["state"], "The block", ["unblocked", "block-new-sharing", "block-all-sharing"]),
    ],
    aws_emr_block_public_access_configuration: [on(["block_public_security_group_rules"], "The block")],
    aws_s3_access_point: four(["public_access_block_configuration", 0]).map((one) => ({ ...one, enough: 0 })),
    aws_s3_account_public_access_block: four(),
    aws_s3_bucket_public_access_block: four(),
  },
  apart: {
    aws_ebs_snapshot_block_public_access: { what: "The block of public snapshots" },
    aws_emr_block_public_access_configuration: { what: "The block of public clusters" },
    aws_s3_account_public_access_block: { what: "The public access block of the account" },
    aws_s3_bucket_public_access_block: { what: "The public access block of the bucket", of: "bucket" },
  },
  weaker: "high",
  weakFromTheStart: "medium",
  means: "A policy or a list that is wrong by mistake opens it to everybody.",
  wayOut: "Leave all of it on; what must be public goes through CloudFront.",
});
