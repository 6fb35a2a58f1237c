import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";

/**
 * Lets the account's IAM policies decide who administers a key: see, describe, tag, rotate, delete, change the policy.
 *
 * No use of data is among it, and no `CreateGrant`, which would be a way around that.
 */
export const administration = ({ partition, account }: Home): DataAwsIamPolicyDocumentStatement => ({
  sid: "Administration",
  principals: [{ type: "AWS", identifiers: [`arn:${partition}:iam::${account}:root`] }],
  actions: [
    "kms:CancelKeyDeletion",
    "kms:CreateAlias",
    "kms:DeleteAlias",
    "kms:DescribeKey",
    "kms:DisableKey",
    "kms:DisableKeyRotation",
    "kms:EnableKey",
    "kms:EnableKeyRotation",
    "kms:GetKeyPolicy",
    "kms:GetKeyRotationStatus",
    "kms:ListAliases",
    "kms:ListGrants",
    "kms:ListKeyPolicies",
    "kms:ListKeyRotations",
    "kms:ListResourceTags",
    "kms:PutKeyPolicy",
    "kms:RevokeGrant",
    "kms:RotateKeyOnDemand",
    "kms:ScheduleKeyDeletion",
    "kms:TagResource",
    "kms:UntagResource",
    "kms:UpdateAlias",
    "kms:UpdateKeyDescription",
  ],
  resources: ["*"],
});
