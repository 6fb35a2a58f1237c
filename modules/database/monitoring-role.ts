import { DataAwsIamPolicyDocument } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { is } from "../blocks/encryption/uses";
import type { Home } from "../core/home";

export interface MonitoringRole {
  readonly arn: string;
  readonly permission: ITerraformDependable;
}

/** The role that RDS writes operating system metrics with: for the instances that match, nothing else. */
export function monitoringRole(
  scope: Construct,
  { partition, region, account, boundaryArn }: Home,
  name: string,
  instances: string,
): MonitoringRole {
  const trust = new DataAwsIamPolicyDocument(scope, "monitoring-trust", {
    statement: [
      {
        principals: [{ type: "Service", identifiers: ["monitoring.rds.amazonaws.com"] }],
        actions: ["sts:AssumeRole"],
        condition: [
          is("aws:SourceAccount", account),
          {
            test: "ArnLike",
            variable: "aws:SourceArn",
            values: [`arn:${partition}:rds:${region}:${account}:db:${instances}`],
          },
        ],
      },
    ],
  });
  const role = new IamRole(scope, "monitoring", {
    name: `${name}-monitoring`,
    assumeRolePolicy: trust.json,
    permissionsBoundary: boundaryArn,
  });
  const permission = new IamRolePolicyAttachment(scope, "monitoring-permission", {
    role: role.name,
    policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
  });
  return { arn: role.arn, permission };
}
