import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { runTagKey } from "../../core/run";
import type { Kept } from "./states";

type Statement = DataAwsIamPolicyDocumentStatement;

/** What destroys data, which an apply never does, and a drill only to what a run has made. */
const destroying = [
  "backup:DeleteBackupVault*",
  "backup:DeleteRecoveryPoint",
  "cognito-idp:DeleteUserPool",
  "kms:ScheduleKeyDeletion",
  "logs:DeleteLogGroup",
  "rds:DeleteDBCluster",
  "rds:DeleteDBClusterSnapshot",
  "rds:DeleteDBSnapshot",
];

/** All that it deletes of what carries tags, where IAM is told them. */
const deletingTagged = [
  "acm:DeleteCertificate",
  "acm-pca:Delete*",
  "application-autoscaling:Delete*",
  "application-autoscaling:Deregister*",
  "autoscaling:Delete*",
  "backup:Delete*",
  "cloudwatch:DeleteAlarms",
  "cognito-idp:Delete*",
  "ec2:Delete*",
  "ec2:DeregisterImage",
  "ec2:DetachInternetGateway",
  "ec2:Release*",
  "ecs:Delete*",
  "elasticache:Delete*",
  "elasticloadbalancing:Delete*",
  "firehose:Delete*",
  "iam:Delete*",
  "iam:DetachRolePolicy",
  "iam:RemoveRoleFromInstanceProfile",
  "kms:ScheduleKeyDeletion",
  "lambda:Delete*",
  "logs:DeleteLogGroup",
  "logs:DeleteSubscriptionFilter",
  "rds:DeleteDBCluster?*",
  "rds:DeleteDBInstance",
  "rds:DeleteDBParameterGroup",
  "rds:DeleteDBSnapshot",
  "rds:DeleteDBSubnetGroup",
  "rds:DeleteEventSubscription",
  "shield:DeleteProtection",
  "sns:DeleteTopic",
  "sqs:DeleteQueue",
  "wafv2:Delete*",
];

const unmarked = { test: "Null", variable: `aws:ResourceTag/${runTagKey}`, values: ["true"] };

/**
 * Destroys what a run has made, and nothing else: what carries its tag, or where IAM is told no tags, what is named after
 * a run or after a region of the environment that is drilled. The gate looks at the rest.
 */
export const takingBack = ({ home, environment }: Kept): Statement[] => {
  const { partition, account } = home;
  const arn = (service: string, what: string): string => `arn:${partition}:${service}:*:${account}:${what}`;
  const named = (form: (prefix: string) => string): string[] => ["dr-*", `${environment}-*`].map(form);
  return [
    { sid: "DestroyWhatARunMade", actions: destroying, resources: ["*"] },
    {
      sid: "DeleteOnlyWhatCarriesTheTagOfARun",
      effect: "Deny",
      actions: deletingTagged,
      // What services make carries no tags: interfaces in a network, and alarms by which containers are scaled, which
      // Application Auto Scaling deletes as who deletes the policy.
      notResources: [
        arn("ec2", "network-interface/*"),
        ...named((prefix) => arn("cloudwatch", `alarm:TargetTracking-service/${prefix}`)),
      ],
      condition: [unmarked],
    },
    // A final snapshot is a resource of this call, too, and does not exist yet.
    {
      sid: "DeleteOnlyClustersOfARun",
      effect: "Deny",
      actions: ["rds:DeleteDBCluster"],
      resources: [arn("rds", "cluster:*")],
      condition: [unmarked],
    },
    // IAM is told the tags of a bucket only where the bucket is set up for it.
    {
      sid: "EmptyBuckets",
      actions: ["s3:DeleteBucket*", "s3:DeleteObject", "s3:DeleteObjectVersion"],
      resources: named((prefix) => `arn:${partition}:s3:::${prefix}-${account}*`),
    },
    {
      sid: "LeaveOtherNames",
      effect: "Deny",
      actions: ["cloudwatch:DeleteDashboards", "kms:DeleteAlias"],
      notResources: [
        ...named((prefix) => `arn:${partition}:cloudwatch::${account}:dashboard/${prefix}`),
        ...named((prefix) => arn("kms", `alias/${prefix}`)),
        arn("kms", "key/*"),
      ],
    },
    {
      sid: "BackUpAndCopy",
      actions: [
        "backup:DescribeBackupJob",
        "backup:DescribeCopyJob",
        "backup:List*Jobs",
        "backup:StartBackupJob",
        "backup:StartCopyJob",
      ],
      resources: ["*"],
    },
  ];
};
