"""PubliclyAccessible is always a yes or a no.

When the request does not say, AWS makes the instance public if the VPC of its subnet group has an internet gateway,
and private if not. moto then reports nothing.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.rds.models import DBInstance
from patching import wrap


def reaches_the_internet(instance: DBInstance) -> bool:
    group = getattr(instance, "db_subnet_group", None)
    if group is None:
        return False
    gateways = ec2_backends[instance.account_id][instance.region].internet_gateways.values()
    return any(gateway.vpc is not None and gateway.vpc.id == group.vpc_id for gateway in gateways)


@wrap(DBInstance, "__init__")
def init(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    if self.publicly_accessible is None:
        self.publicly_accessible = reaches_the_internet(self)
