import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Inputs, Outputs } from "../core/contract";
import { boundedHomeOf } from "../core/home";
import { zoneLetters } from "../core/zones";
import { accessGroups, openFlows } from "./access";
import type { Layer } from "./blocks";
import { networkContract, privateZone } from "./contract";
import { dataAcl } from "./data-acl";
import { lockDefaults } from "./defaults";
import { endpoints } from "./endpoints";
import { VpcFlowLog } from "./flow-log";
import { incomingLists } from "./prefix-lists";
import { routes } from "./routes";
import { zoneSubnets } from "./subnets";

type C = typeof networkContract;

/**
 * The network tier: a VPC in two or three zones, and the security groups and private zone that tiers share.
 *
 * - Only CloudFront and Route 53 health checks can come in, to the internet-facing load balancer; instances only connect outward;
 *   the database is reachable from app subnets alone, restricted by route, network ACL and security group.
 * - App subnet ids are returned only after routes, endpoints and rules exist, so instances never start in a half-built network.
 * - Calls to the internet come from the NAT gateways' addresses, which a payment provider can list, unless `appIpv6`.
 *   A recovery calls out from those that the standby has reserved, where it has.
 * - Every connection is in the flow log, which goes to a log group and from there to the archive, or straight to a bucket. Nothing
 *   remains after a destroy; a bucket that still holds logs cannot be destroyed.
 *
 * *Cost*: NAT gateways and interface endpoints, each by the hour and zone; flow logs by volume.
 */
export class NetworkTier extends Construct implements Outputs<C> {
  static readonly contract = networkContract;
  readonly vpcId: string;
  readonly zoneNames: string[];
  readonly publicSubnetIds: string[];
  readonly appSubnetIds: string[];
  readonly dataSubnetIds: string[];
  readonly natGatewayIds: string[];
  readonly privateZoneId: string;
  readonly privateZoneName: string;
  readonly entranceGroupIds: string[];
  readonly webGroupId: string;
  readonly apiEntranceGroupId: string;
  readonly apiGroupId: string;
  readonly databaseGroupId: string;
  readonly preparationGroupId: string;
  readonly logGroupNames: string[];
  readonly cacheGroupIds: string[];
  readonly eventsGroupIds: string[];

  constructor(scope: Construct, id: string, inputs: Inputs<C>) {
    super(scope, id);
    const { cidr, domain, namePrefix } = inputs;

    const home = boundedHomeOf(this, inputs);
    const vpc = new Vpc(this, "shop", {
      cidrBlock: cidr,
      assignGeneratedIpv6CidrBlock: true,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: { Name: namePrefix },
    });
    lockDefaults(this, vpc, namePrefix);
    const flowLog = new VpcFlowLog(this, "flow-log", { ...inputs, home, vpc });

    const letters = zoneLetters.filter((letter) => inputs.zones.includes(letter));
    const subnets = letters.map((letter) => zoneSubnets(this, inputs, { vpc, letter }));
    const { routed: zones, nats } = routes(this, inputs, { vpc, zones: subnets });
    const acl = dataAcl(this, inputs, { vpc, zones });

    const groups = accessGroups(this, vpc, inputs);
    const services = endpoints(this, inputs, { vpc, zones, groups, home });
    const rules = openFlows(this, groups, { ...incomingLists(this, home), s3: services.s3.prefixListId });
    const zone = new Route53Zone(this, "internal", { name: privateZone(domain), vpc: [{ vpcId: vpc.id }] });

    /** The ids of a layer's subnets, once they have their routes and what else their inhabitants need. */
    const subnetIds = (layer: Layer, dependsOn?: ITerraformDependable[]) =>
      zones.map(
        ({ letter, tables, [layer]: subnet }) =>
          new RouteTableAssociation(this, `routes-to-${layer}-${letter}`, {
            subnetId: subnet.id,
            routeTableId: tables[layer].id,
            dependsOn,
          }).subnetId,
      );

    this.vpcId = vpc.id;
    this.zoneNames = zones.map(({ name }) => name);
    this.publicSubnetIds = subnetIds("public");
    this.appSubnetIds = subnetIds("app", [...services.all, ...rules]);
    this.dataSubnetIds = subnetIds("data", [acl]);
    this.natGatewayIds = nats.map((gateway) => gateway.id);
    this.privateZoneId = zone.zoneId;
    this.privateZoneName = zone.name;
    this.entranceGroupIds = [groups.entrance, groups["entrance-redirect"], groups["entrance-health"]].map(
      ({ id }) => id,
    );
    this.webGroupId = groups.web.id;
    this.apiEntranceGroupId = groups["api-entrance"].id;
    this.apiGroupId = groups.api.id;
    this.databaseGroupId = groups.database.id;
    this.preparationGroupId = groups.preparation.id;
    this.logGroupNames = flowLog.logGroupNames;
    this.cacheGroupIds = groups.cache ? [groups.cache.id] : [];
    this.eventsGroupIds = groups.events ? [groups.events.id] : [];
  }
}
