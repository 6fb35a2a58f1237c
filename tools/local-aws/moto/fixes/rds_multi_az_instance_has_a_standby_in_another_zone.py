"""An instance outside of a cluster lies in a zone of its subnet group; with MultiAZ, its standby in another one.

AWS tells the standby's as SecondaryAvailabilityZone, and takes no AvailabilityZone together with MultiAZ. moto has every
instance in zone "a", with subnets there or not, and no standby.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBInstance
from patching import add, wrap


def zones(instance: DBInstance) -> list[str]:
    group = getattr(instance, "db_subnet_group", None)
    if group is None:
        return [f"{instance.region}{letter}" for letter in "abc"]
    return sorted({subnet["SubnetAvailabilityZone"]["Name"] for subnet in group.subnets})


def standby(self: DBInstance) -> str | None:
    if self.db_cluster_identifier or not self.multi_az:
        return None
    return next(zone for zone in zones(self) if zone != self.availability_zone)


add(DBInstance, "secondary_availability_zone")(property(standby))


@wrap(DBInstance, "__init__")
def init(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
    if kwargs.get("multi_az") and kwargs.get("availability_zone"):
        raise InvalidParameterCombination("Requesting a specific availability zone is not valid for Multi-AZ instances.")
    original(self, *args, **kwargs)
    if not self.db_cluster_identifier and not kwargs.get("availability_zone"):
        self.availability_zone = zones(self)[0]
