import { DefaultRouteTable } from "@cdktf/provider-aws/lib/default-route-table";
import { DefaultSecurityGroup } from "@cdktf/provider-aws/lib/default-security-group";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";

/**
 * Adopts and empties what AWS gives a VPC: what names no group or route table of its own reaches nothing.
 *
 * The default network ACL stays as it is. Public and app subnets use it: a stateless list before clients and servers
 * of the internet would have to admit every ephemeral port from anywhere, which the security groups do better.
 */
export function lockDefaults(scope: Construct, vpc: Vpc, namePrefix: string): void {
  const tags = { Name: `${namePrefix}-unused` };
  new DefaultSecurityGroup(scope, "unused", { vpcId: vpc.id, ingress: [], egress: [], tags });
  new DefaultRouteTable(scope, "unused-routes", { defaultRouteTableId: vpc.defaultRouteTableId, route: [], tags });
}
