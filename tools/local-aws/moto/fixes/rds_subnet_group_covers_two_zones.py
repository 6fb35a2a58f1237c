"""A subnet group lies in at least two zones.

AWS refuses another with DBSubnetGroupDoesNotCoverEnoughAZs. moto takes it.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBSubnetGroup.html
"""

from typing import Any

from moto.rds.exceptions import RDSClientError
from moto.rds.models import RDSBackend
from patching import wrap


def check(subnets: list[Any]) -> None:
    if len({subnet.availability_zone for subnet in subnets}) < 2:
        raise RDSClientError(
            "DBSubnetGroupDoesNotCoverEnoughAZs",
            "The DB subnet group does not cover enough Availability Zones: its subnets must lie in at least two.",
        )


@wrap(RDSBackend, "create_subnet_group")
def create_subnet_group(
    original: Any, self: RDSBackend, subnet_name: str, description: str, subnets: list[Any], tags: Any
) -> Any:
    check(subnets)
    return original(self, subnet_name, description, subnets, tags)


@wrap(RDSBackend, "modify_db_subnet_group")
def modify_db_subnet_group(
    original: Any, self: RDSBackend, subnet_name: str, description: str, subnets: list[Any]
) -> Any:
    check(subnets)
    return original(self, subnet_name, description, subnets)
