"""What the network lets a function connect to: security groups, network ACLs, endpoints and NAT gateways, as they stand.

Peerings, transit gateways, addresses of IPv6 and what a lost packet costs are not asked.
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html
https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from ipaddress import IPv4Network
from typing import Any

from moto.awslambda.models import LambdaFunction
from moto.ec2.models import EC2Backend, ec2_backends
from moto.rds.models import DBCluster, DBInstance, rds_backends

EVERYWHERE = IPv4Network("0.0.0.0/0")
# The ports that answers go to. https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html
ANSWERS = (1024, 65535)


@dataclass(frozen=True)
class Place:
    """Where connections begin or end: any of these subnets, with all of these security groups."""

    vpc: str
    subnets: tuple[str, ...]
    groups: frozenset[str]


class Network:
    """The network of a region."""

    def __init__(self, account: str, region: str) -> None:
        self.account, self.region = account, region
        self.ec2: EC2Backend = ec2_backends[account][region]

    def of_function(self, function: LambdaFunction) -> Place | None:
        config = function.vpc_config or {}
        if not config.get("SubnetIds"):
            return None
        groups = frozenset(config.get("SecurityGroupIds") or [])
        return Place(str(config["VpcId"]), tuple(config["SubnetIds"]), groups)

    def of_database(self, database: DBCluster | DBInstance) -> Place:
        """Its subnet group's VPC, or the default one, whose default group a database has that was given none."""
        known = rds_backends[self.account][self.region].subnet_groups
        name = database.db_subnet_group_name if isinstance(database, DBCluster) else database._db_subnet_group_name
        named = known.get(str(name))
        vpc = str(named.vpc_id if named else self.ec2.default_vpc.id)
        subnets = named.subnets if named else []
        default = self.ec2.get_default_security_group(vpc)
        groups = database.vpc_security_group_ids or ([default.id] if default else [])
        return Place(vpc, tuple(one["SubnetIdentifier"] for one in subnets), frozenset(groups))

    def lets_through(self, here: Place, there: Place, port: int) -> bool:
        """Whether a connection from any subnet of the one reaches any subnet of the other."""
        if here.vpc != there.vpc:
            return False
        goes_out = self.admits(here, "egress_rules", there.groups, self.blocks(there), port)
        comes_in = self.admits(there, "ingress_rules", here.groups, self.blocks(here), port)
        return goes_out and comes_in and self.acls_let_through(here, there, port)

    def leaves_the_vpc(self, here: Place, port: int) -> bool:
        """Whether a NAT gateway takes its connections out."""
        goes_out = self.admits(here, "egress_rules", frozenset(), [EVERYWHERE], port)
        return goes_out and all(
            self.has_nat(subnet)
            and self.acl_allows(subnet, EVERYWHERE, (port, port), egress=True)
            and self.acl_allows(subnet, EVERYWHERE, ANSWERS, egress=False)
            for subnet in here.subnets
        )

    def reaches_service(self, here: Place | None, service: str) -> bool:
        """Whether calls of a service have a way: its endpoint, which has the service's name then, or a NAT gateway."""
        if here is None:
            return True
        endpoints = [
            one
            for one in self.ec2.vpc_end_points.values()
            if one.vpc_id == here.vpc
            and one.service_name == f"com.amazonaws.{self.region}.{service}"
            and str(one.private_dns_enabled).lower() == "true"
        ]
        if not endpoints:
            return self.leaves_the_vpc(here, 443)
        places = (Place(one.vpc_id, tuple(one.subnet_ids or []), frozenset(one.security_group_ids)) for one in endpoints)
        return any(self.lets_through(here, place, 443) for place in places)

    def blocks(self, place: Place) -> list[IPv4Network]:
        subnets = place.subnets or tuple(one.id for one in self.ec2.describe_subnets(filters={"vpc-id": [place.vpc]}))
        return [IPv4Network(self.ec2.get_subnet(subnet).cidr_block) for subnet in subnets]

    def admits(
        self, place: Place, rules: str, groups: frozenset[str], blocks: Iterable[IPv4Network], port: int
    ) -> bool:
        """Whether rules of its groups name each of these blocks, or a group of what is there."""
        own = [self.ec2.get_security_group_from_id(group) for group in place.groups]
        of_port = [rule for group in own if group for rule in getattr(group, rules) if opens(rule, port)]
        if any(rule.source_group.get("GroupId") in groups for rule in of_port):
            return True
        named = [block for rule in of_port for block in self.named_blocks(rule)]
        return all(any(block.subnet_of(one) for one in named) for block in blocks)

    def named_blocks(self, rule: Any) -> Iterator[IPv4Network]:
        if rule.cidr_ipv4:
            yield IPv4Network(rule.cidr_ipv4, strict=False)
        listed = self.ec2.managed_prefix_lists.get(rule.prefix_list_id)
        if listed is not None and listed.address_family == "IPv4":
            for entry in listed.entries.get(listed.version) or []:
                yield IPv4Network(entry["Cidr"], strict=False)

    def acls_let_through(self, here: Place, there: Place, port: int) -> bool:
        """Between two subnets, both ACLs are asked, and both ways, for they do not remember connections."""
        block = {subnet: IPv4Network(self.ec2.get_subnet(subnet).cidr_block) for subnet in (*here.subnets, *there.subnets)}
        asked = (port, port)
        return all(
            self.acl_allows(one, block[other], asked, egress=True)
            and self.acl_allows(other, block[one], asked, egress=False)
            and self.acl_allows(other, block[one], ANSWERS, egress=True)
            and self.acl_allows(one, block[other], ANSWERS, egress=False)
            for one in here.subnets
            for other in there.subnets
            if one != other
        )

    def acl_allows(self, subnet: str, block: IPv4Network, ports: tuple[int, int], *, egress: bool) -> bool:
        acls = [acl for acl in self.ec2.network_acls.values() if subnet in {one.subnet_id for one in acl.associations}]
        entries = [entry for acl in acls for entry in acl.network_acl_entries if is_true(entry.egress) == egress]
        for entry in sorted(entries, key=lambda entry: int(entry.rule_number)):
            if entry.cidr_block is None or str(entry.protocol) not in ("-1", "6", "tcp"):
                continue
            named = IPv4Network(entry.cidr_block, strict=False)
            first, last = (0, 65535) if str(entry.protocol) == "-1" else (int(entry.port_range_from), int(entry.port_range_to))
            if entry.rule_action == "deny":
                if named.overlaps(block) and first <= ports[1] and ports[0] <= last:
                    return False
            elif block.subnet_of(named) and first <= ports[0] and ports[1] <= last:
                return True
        return False

    def has_nat(self, subnet: str) -> bool:
        tables = self.ec2.describe_route_tables(filters={"association.subnet-id": [subnet]})
        vpc = self.ec2.get_subnet(subnet).vpc_id
        main = self.ec2.describe_route_tables(filters={"vpc-id": [vpc], "association.main": ["true"]})
        routes = [route for table in tables or main for route in table.routes]
        return any(route.nat_gateway and route.destination_cidr_block == str(EVERYWHERE) for route in routes)


def is_true(value: Any) -> bool:
    return str(value).lower() == "true"


def opens(rule: Any, port: int) -> bool:
    return rule.ip_protocol == "-1" or (rule.ip_protocol == "tcp" and rule.from_port <= port <= rule.to_port)
