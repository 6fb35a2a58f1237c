"""A subnet's IPv6 block is associated, says so, and can be searched for.

AWS reports Ipv6CidrBlockState.State = associated, and DescribeSubnets filters by the association. moto nests the
state twice, so it never shows, and does not know the filters.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SubnetIpv6CidrBlockAssociation.html
"""

from typing import Any

from moto.ec2.models.subnets import Subnet
from patching import wrap, wrap_property

FILTERS = {
    "ipv6-cidr-block-association.association-id": lambda association: association["associationId"],
    "ipv6-cidr-block-association.ipv6-cidr-block": lambda association: association["ipv6CidrBlock"],
    "ipv6-cidr-block-association.state": lambda association: association["ipv6CidrBlockState"]["State"],
}


@wrap_property(Subnet, "ipv6_cidr_block_association_set")
def ipv6_cidr_block_association_set(_: Any, self: Subnet) -> list[dict[str, Any]]:
    return [
        {
            "Ipv6CidrBlock": association["ipv6CidrBlock"],
            "AssociationId": association["associationId"],
            "Ipv6CidrBlockState": {"State": association["ipv6CidrBlockState"]["State"]},
        }
        for association in self.ipv6_cidr_block_associations.values()
        if association["ipv6CidrBlockState"]["State"] == "associated"
    ]


@wrap(Subnet, "get_filter_value")
def get_filter_value(original: Any, self: Subnet, filter_name: str, method_name: str | None = None) -> Any:
    if filter_name in FILTERS:
        return [FILTERS[filter_name](association) for association in self.ipv6_cidr_block_associations.values()]
    return original(self, filter_name, method_name)
