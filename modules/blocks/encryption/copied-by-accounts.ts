import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { dataActions, forAwsResources, is } from "./statements";

type Statement = DataAwsIamPolicyDocumentStatement;

/**
 * Lets AWS Backup of other accounts copy what is under a key into a vault there: it reads the shared snapshot as its own
 * service-linked role, which nobody else can take on, and which need not exist as it would have to as a principal.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSBackupServiceLinkedRolePolicyForBackup.html
 */
export const copiedByAccounts = ({ partition }: Home, accounts: readonly string[]): Statement[] => {
  if (accounts.length === 0) return [];
  const iam = (of: string) => accounts.map((account) => `arn:${partition}:iam::${account}:${of}`);
  const role = "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup";
  const byBackup: Statement = {
    principals: [{ type: "AWS", identifiers: iam("root") }],
    resources: ["*"],
    condition: [
      is("kms:CallerAccount", ...accounts),
      { test: "ArnEquals", variable: "aws:PrincipalArn", values: iam(role) },
    ],
  };
  return [
    { ...byBackup, sid: "CopyIntoOtherAccounts", actions: dataActions },
    forAwsResources({ ...byBackup, sid: "HandOnToCopiesThere", actions: ["kms:CreateGrant"] }),
  ];
};
