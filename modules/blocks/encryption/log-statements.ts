import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { dataActions } from "./statements";

/** CloudWatch Logs, for the log groups of this account and region. */
export const logStatements = ({ partition, region, account }: Home): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "WriteAndReadLogs",
    principals: [{ type: "Service", identifiers: [`logs.${region}.amazonaws.com`] }],
    actions: dataActions,
    resources: ["*"],
    condition: [
      {
        test: "ArnLike",
        variable: "kms:EncryptionContext:aws:logs:arn",
        values: [`arn:${partition}:logs:${region}:${account}:log-group:*`],
      },
    ],
  },
];
