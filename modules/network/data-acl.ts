import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import { ipv4Block } from "./blocks";
import { ports } from "./contract";
import type { Zone } from "./subnets";

/**
 * The network ACL of the data subnets: PostgreSQL from the app subnets, answers to them, nothing else.
 *
 * It holds even where a security group is opened by mistake. Two or three entries each way of the 20 that AWS allows.
 */
export function dataAcl(
  scope: Construct,
  vpc: Vpc,
  zones: readonly Zone[],
  { namePrefix, cidr }: { readonly namePrefix: string; readonly cidr: string },
): NetworkAcl {
  const toApp = (fromPort: number, toPort: number) =>
    zones.map(({ letter }, index) => ({
      ruleNo: 100 + index,
      action: "allow",
      protocol: "tcp",
      cidrBlock: ipv4Block(cidr, "app", letter),
      fromPort,
      toPort,
    }));
  return new NetworkAcl(scope, "app-to-data", {
    vpcId: vpc.id,
    subnetIds: zones.map(({ data }) => data.id),
    ingress: toApp(ports.postgres, ports.postgres),
    egress: toApp(1024, 65535),
    tags: { Name: `${namePrefix}-data` },
  });
}
