import { lengthOf, textIn, type ValuedResource } from "../../../terraform/values/resource";
import { free, type Kind, type Part, priced } from "../kind";
import type { Use } from "../use";

export const network: Readonly<Record<string, Kind>> = {
  aws_vpc: priced((vpc, use) => [
    // Each side of a crossing pays its own cent.
    { what: "traffic between zones", sku: "dt.interaz.gb", quantity: 2 * use.share("crossZoneGb", vpc), per: "use" },
  ]),
  aws_nat_gateway: priced((gateway, use) => {
    const gb = use.share("natGb", gateway);
    return [
      { what: "hours", sku: "nat.hour", quantity: use.hours, per: "hour" },
      { what: "traffic", sku: "nat.gb", quantity: gb, per: "use" },
      {
        what: "to the internet",
        sku: "dt.out.internet.gb.0-10TB",
        quantity: gb / 2,
        per: "use",
        uncertain: "half of the traffic is taken to go out",
      },
    ];
  }),
  aws_eip: priced((_, use) => [
    { what: "public IPv4 address", sku: "ipv4.inuse.hour", quantity: use.hours, per: "hour" },
  ]),
  aws_vpc_endpoint: priced(endpoint),
  aws_lb: priced(balancer),
  aws_lb_listener: free("in the load balancer's price"),
  aws_lb_listener_rule: free("in the load balancer's price"),
  aws_lb_listener_certificate: free("in the load balancer's price"),
  aws_lb_target_group: free("in the load balancer's price"),
  aws_lb_target_group_attachment: free("in the load balancer's price"),
  aws_flow_log: priced((log, use) => [
    {
      what: "flow logs",
      sku: goesToBucket(log) ? "cw.logs.vended.s3.gb.0-10TB" : "cw.logs.vended.gb.0-10TB",
      quantity: use.share("flowLogGb", log),
      per: "use",
    },
  ]),
  aws_subnet: free("a subnet is free"),
  aws_internet_gateway: free("the gateway is free; traffic is charged where it leaves"),
  aws_egress_only_internet_gateway: free("the gateway is free; traffic is charged where it leaves"),
  aws_route_table: free("routes are free"),
  aws_route_table_association: free("routes are free"),
  aws_default_route_table: free("routes are free"),
  aws_network_acl: free("rules of a network are free"),
  aws_security_group: free("rules of a network are free"),
  aws_default_security_group: free("rules of a network are free"),
  aws_vpc_security_group_ingress_rule: free("rules of a network are free"),
  aws_vpc_security_group_egress_rule: free("rules of a network are free"),
};

/** Whether a flow log is delivered straight to S3, and not to a log group. */
export const goesToBucket = ({ values }: ValuedResource): boolean => textIn(values, "log_destination_type") === "s3";

/** Where a plan does not know the subnets yet. */
const oneZone = { uncertain: "only an apply tells in how many zones: one is taken" };

/** An interface endpoint costs in each zone that it is in; a gateway endpoint is free. */
function endpoint(resource: ValuedResource, use: Use): Part[] {
  const isInterface = ({ values }: ValuedResource): boolean => textIn(values, "vpc_endpoint_type") === "Interface";
  if (!isInterface(resource)) return [];
  const zones = lengthOf(resource.values, "subnet_ids");
  return [
    {
      what: "hours of an interface endpoint in each zone",
      sku: "vpce.hour",
      quantity: (zones ?? 1) * use.hours,
      per: "hour",
      ...(zones === undefined ? oneZone : {}),
    },
    { what: "traffic", sku: "vpce.gb.0-1PB", quantity: use.share("endpointGb", resource, isInterface), per: "use" },
  ];
}

/** Public addresses of a load balancer are charged, one a zone; answers to CloudFront leave it without charge. */
function balancer(resource: ValuedResource, use: Use): Part[] {
  const { values } = resource;
  const isNetwork = (one: ValuedResource): boolean => textIn(one.values, "load_balancer_type") === "network";
  const own = isNetwork(resource);
  const zones = lengthOf(values, "subnets") ?? lengthOf(values, "subnet_mapping");
  const units = own
    ? use.share("networkBalancerUnits", resource, isNetwork)
    : use.share("loadBalancerUnits", resource, (one) => !isNetwork(one));
  return [
    { what: "hours", sku: own ? "nlb.hour" : "alb.hour", quantity: use.hours, per: "hour" },
    { what: "capacity units", sku: own ? "nlb.nlcuhour" : "alb.lcuhour", quantity: units * use.hours, per: "use" },
    ...(values.internal === true
      ? []
      : [
          {
            what: "public IPv4 addresses",
            sku: "ipv4.inuse.hour",
            quantity: (zones ?? 1) * use.hours,
            per: "hour",
            ...(zones === undefined ? oneZone : {}),
          } as const,
        ]),
  ];
}
