import { IamRolePolicyAttachment } from "@cdktf/provider-aws/lib/iam-role-policy-attachment";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { serviceRole } from "../blocks/service-role/service-role";
import type { BoundedHome } from "../core/home";

export interface MonitoringRole {
  readonly arn: string;
  readonly uniqueId: string;
  readonly permission: ITerraformDependable;
}

interface Monitored {
  /** Name of the database. */
  readonly name: string;
  /** Identifiers of its instances, with wildcards. */
  readonly instances: string;
}

/** The role that RDS writes operating system metrics with: for the instances that match, nothing else. */
export function monitoringRole(scope: Construct, home: BoundedHome, { name, instances }: Monitored): MonitoringRole {
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
  return { arn: role.arn, uniqueId: role.uniqueId, permission };
}
