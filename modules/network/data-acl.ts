import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import type { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { Construct } from "constructs";
import { ipv4Block } from "./blocks";
import { type OptionalTier, ports } from "./contract";
import type { Zone } from "./subnets";

interface DataAclInputs {
  readonly namePrefix: string;
  readonly cidr: string;
  readonly optionalTiers: readonly OptionalTier[];
}

/**
 * The network ACL of the data subnets: from the app subnets PostgreSQL, and the cache where there is one; answers to
 * them; nothing else.
 *
 * It holds even where a security group is opened by mistake. At most six entries a way of the 20 that AWS allows.
 */
export function dataAcl(
  scope: Construct,
  { namePrefix, cidr, optionalTiers }: DataAclInputs,
  { vpc, zones }: { readonly vpc: Vpc; readonly zones: readonly Zone[] },
): NetworkAcl {
  const toApp = (first: number, fromPort: number, toPort: number) =>
    zones.map(({ letter }, index) => ({
      ruleNo: first + index,
      action: "allow",
      protocol: "tcp",
      cidrBlock: ipv4Block(cidr, "app", letter),
      fromPort,
      toPort,
    }));
  return new NetworkAcl(scope, "app-to-data", {
    vpcId: vpc.id,
    subnetIds: zones.map(({ data }) => data.id),
    ingress: [
      ...toApp(100, ports.postgres, ports.postgres),
      ...(optionalTiers.includes("cache") ? toApp(110, ports.cache, ports.cache) : []),
    ],
    egress: toApp(100, 1024, 65535),
    tags: { Name: `${namePrefix}-data` },
  });
}
