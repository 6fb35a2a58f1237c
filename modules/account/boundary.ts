import {
  DataAwsIamPolicyDocument,
  type DataAwsIamPolicyDocumentStatement,
} from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamPolicy } from "@cdktf/provider-aws/lib/iam-policy";
import type { Construct } from "constructs";
import { backupRoleName, boundaryName, rolesPath } from "../core/names";
import { switchNamespace } from "../failover/switches/contract";
import { destroying, sharing, sharingSnapshots } from "./never";

/** What no role of a service ever does, whatever its own policy says: change who may do what, or what watches over it. */
const neverByServices = [
  "access-analyzer:*",
  "account:*",
  "cloudtrail:*",
  "config:*",
  "guardduty:*",
  "iam:*",
  "organizations:*",
  "shield:*",
  "sso:*",
];

interface BoundaryOptions {
  readonly regions: readonly string[];
  readonly environment: string;
  /** Whether backups are copied into another account. */
  readonly sharesBackups: boolean;
}

const onlyBackupShares = (roleNames: readonly string[]): DataAwsIamPolicyDocumentStatement => ({
  sid: "ShareNoSnapshot",
  effect: "Deny",
  actions: sharingSnapshots,
  resources: ["*"],
  condition: [
    {
      test: "ArnNotLike",
      variable: "aws:PrincipalArn",
      values: roleNames.map((name) => `arn:*:iam::*:role${rolesPath}${name}`),
    },
  ],
});

/** Services without regions: their calls are signed for us-east-1, whatever region they are about. */
const withoutRegion = ["cloudfront:*", "health:*", "route53:*", "sts:*", "support:*"];

/**
 * The permission boundary of the platform's roles: the most that any of them can be allowed.
 *
 * A boundary allows nothing by itself. It keeps roles out of IAM and of what watches over the account, from destroying
 * keys, backups and logs, from sharing copies of data, from fencing a region, and in the regions that the account works in.
 * Where backups are copied into another account, the roles of AWS Backup share snapshots, and no other.
 */
export function boundary(scope: Construct, { regions, environment, sharesBackups }: BoundaryOptions): IamPolicy {
  const never = sharesBackups ? sharing.filter((action) => !sharingSnapshots.includes(action)) : sharing;
  const document = new DataAwsIamPolicyDocument(scope, "boundary-policy", {
    statement: [
      { sid: "AllButGovernance", notActions: neverByServices, resources: ["*"] },
      { sid: "DestroyAndShareNothing", effect: "Deny", actions: [...destroying, ...never], resources: ["*"] },
      ...(sharesBackups ? [onlyBackupShares(regions.map((region) => backupRoleName(`${environment}-${region}`)))] : []),
      {
        sid: "SetNoSwitch",
        effect: "Deny",
        actions: ["cloudwatch:PutMetricData"],
        resources: ["*"],
        condition: [{ test: "StringEquals", variable: "cloudwatch:namespace", values: [switchNamespace] }],
      },
      {
        sid: "StayInTheRegions",
        effect: "Deny",
        notActions: withoutRegion,
        resources: ["*"],
        condition: [{ test: "StringNotEquals", variable: "aws:RequestedRegion", values: [...regions] }],
      },
    ],
  });
  return new IamPolicy(scope, "boundary", {
    name: boundaryName,
    description: "The most that a role of the platform can be allowed to do",
    policy: document.json,
  });
}
