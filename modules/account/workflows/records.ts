import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { leaseTableName, stateBucketName } from "../../state/contract";
import type { Kept } from "./states";

/** The records of a drill, the states of its runs, and the lease that keeps drills apart: written by nobody else. */
export const keepingRecords = ({ home, environment }: Kept): DataAwsIamPolicyDocumentStatement[] => [
  {
    sid: "KeepRecords",
    actions: ["s3:DeleteObject", "s3:GetObject", "s3:PutObject"],
    resources: ["", "*/"].map(
      (region) => `arn:${home.partition}:s3:::${stateBucketName(home, "*")}/${environment}/${region}drills/*`,
    ),
  },
  {
    sid: "KeepTheLease",
    actions: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem"],
    resources: [`arn:${home.partition}:dynamodb:*:${home.account}:table/${leaseTableName}`],
  },
];
