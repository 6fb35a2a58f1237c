import type { ResourceChange } from "../../../terraform/plan/resource-changes";
import { goesWith } from "../guards/goes-with";
import { lookAt, type Pair } from "../read/pairs";
import { finding, ok, type Rule, type Severity, type Surroundings, type Verdict } from "./rule";

interface Connection {
  readonly what: string;
  readonly severity: Severity;
  /** What it belongs to: it is no loss where that goes, too. */
  readonly of?: string;
  /** Whether a new one has other addresses or keys than the former. */
  readonly isItsOwn?: true;
}

/** What carries traffic, by type. */
const connections: Readonly<Record<string, Connection>> = {
  aws_customer_gateway: { what: "The end of a tunnel", severity: "high", isItsOwn: true },
  aws_dx_connection: { what: "The line to the network", severity: "high", isItsOwn: true },
  aws_dx_gateway_association: { what: "The line into the network", severity: "high" },
  aws_dx_private_virtual_interface: { what: "The interface of the line", severity: "high", isItsOwn: true },
  aws_dx_transit_virtual_interface: { what: "The interface of the line", severity: "high", isItsOwn: true },
  aws_ec2_transit_gateway: { what: "The transit gateway", severity: "high", isItsOwn: true },
  aws_ec2_transit_gateway_peering_attachment: {
    what: "The peering of transit gateways",
    severity: "high",
    isItsOwn: true,
  },
  aws_ec2_transit_gateway_route: { what: "A route of the transit gateway", severity: "medium" },
  aws_ec2_transit_gateway_vpc_attachment: {
    what: "The attachment to the transit gateway",
    severity: "high",
    of: "vpc_id",
  },
  aws_egress_only_internet_gateway: { what: "The way out by IPv6", severity: "high", of: "vpc_id" },
  aws_internet_gateway: { what: "The way to the internet", severity: "high", of: "vpc_id" },
  aws_nat_gateway: { what: "The way out of private subnets", severity: "high", of: "subnet_id", isItsOwn: true },
  aws_route: { what: "A route", severity: "medium", of: "route_table_id" },
  aws_route_table_association: { what: "The routes of a subnet", severity: "medium", of: "subnet_id" },
  aws_vpc_endpoint: { what: "The private way to a service", severity: "medium", of: "vpc_id" },
  aws_vpc_peering_connection: { what: "The peering of networks", severity: "high", of: "vpc_id", isItsOwn: true },
  aws_vpc_peering_connection_accepter: { what: "The peering of networks", severity: "high", of: "vpc_id" },
  aws_vpn_connection: { what: "The tunnel", severity: "high", isItsOwn: true },
  aws_vpn_gateway: { what: "The gateway of the tunnels", severity: "high", of: "vpc_id", isItsOwn: true },
};

const wayOut = "Make the new way first, move the traffic, watch the old one for a while, and then remove it.";
const bad = (severity: Severity, why: string, attribute?: string): Verdict =>
  finding({ severity, why: `${why} What goes that way stops.`, wayOut, ...(attribute && { attribute }) });

/** Connections are missed by those who never knew that they use them. */
export const cutsConnections: Rule = {
  id: "cuts-connections",
  about: "A route, a gateway, a peering, a tunnel or an endpoint is removed, or leads elsewhere.",
  severities: ["high", "medium"],
  cannotSee: "Who uses it, and whether another route leads there as well.",
  wayOut,
  mayBeUnknown: false,
  types: [...Object.keys(connections), "aws_route_table", "aws_default_route_table"],
  check: (change, around) => {
    const { type, fate, createFirst } = change;
    if (type.endsWith("route_table")) return ofTable(change, around);
    const { what, severity, of, isItsOwn } = connections[type] ?? { what: type, severity: "medium" };
    if (fate === "destroy")
      return of !== undefined && goesWith(change, of, around) ? ok : bad(severity, `${what} is removed.`);
    if (fate === "replace" && isItsOwn) return bad(severity, `${what} is made anew, with other addresses or keys.`);
    if (fate === "replace" && !createFirst) return bad("medium", `${what} is not there until it is made anew.`);
    if (fate !== "update" || !type.endsWith("_route")) return ok;
    const target = targets.find((name) => change.before?.[name] && change.before[name] !== change.after?.[name]);
    return target ? bad("medium", "A route leads elsewhere.", target) : ok;
  },
};

const targets = [
  "carrier_gateway_id",
  "core_network_arn",
  "egress_only_gateway_id",
  "gateway_id",
  "local_gateway_id",
  "nat_gateway_id",
  "network_interface_id",
  "transit_gateway_attachment_id",
  "transit_gateway_id",
  "vpc_endpoint_id",
  "vpc_peering_connection_id",
];

function ofTable(change: ResourceChange, around: Surroundings): Verdict[] {
  if (change.before === null || change.after === null) return [];
  const to = (route: Readonly<Record<string, unknown>>) =>
    route.cidr_block || route.ipv6_cidr_block || route.destination_prefix_list_id;
  const each = ({ key, before, after }: Pair): Verdict => {
    if (!before) return ok;
    if (!after) return bad("medium", `The route to ${key} is removed.`, "route");
    return targets.some((name) => (before[name] || "") !== (after[name] || ""))
      ? bad("medium", `The route to ${key} leads elsewhere.`, "route")
      : ok;
  };
  return lookAt(change, { name: "route", keyOf: to, each }, around);
}
