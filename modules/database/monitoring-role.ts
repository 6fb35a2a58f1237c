import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { serviceRole } from "../blocks/service-role/service-role";
import type { Home } from "../core/home";

export interface MonitoringRole {
  readonly arn: string;
  readonly permission: ITerraformDependable;
}

/** The role that RDS writes operating system metrics with: for the instances that match, nothing else. */
export function monitoringRole(scope: Construct, home: Home, name: string, instances: string): MonitoringRole {
  const role = serviceRole(scope, "monitoring", {
    home,
    name: `${name}-monitoring`,
    service: "monitoring.rds.amazonaws.com",
    sourceArn: home.arn("rds", `db:${instances}`),
    statements: [],
  });
  const permission = new IamRolePolicyAttachment(scope, "monitoring-permission", {
    role: role.name,
    policyArn: `arn:${home.partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
  });
  return { arn: role.arn, permission };
}
