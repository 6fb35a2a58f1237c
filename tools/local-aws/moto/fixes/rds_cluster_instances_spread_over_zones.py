"""A cluster instance lies in the zone it asks for, else in the least used zone of the cluster's subnet group.

AWS takes the subnet group from the cluster and picks a zone of it; the id of an instance is its own. moto puts every
instance into zone "a", without subnet group, under one and the same resource id.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
"""

import secrets
import string
from collections import Counter
from typing import Any

from moto.rds.models import DBInstance, DBInstanceClustered
from patching import wrap

CHARACTERS = string.ascii_uppercase + string.digits


def zones(group: Any) -> list[str]:
    return sorted({subnet["SubnetAvailabilityZone"]["Name"] for subnet in group.subnets})


@wrap(DBInstanceClustered, "__init__")
def init(original: Any, self: DBInstanceClustered, db_cluster_identifier: str, *args: Any, **kwargs: Any) -> None:
    backend = kwargs["backend"]
    cluster = backend.clusters.get(db_cluster_identifier)
    group = backend.subnet_groups.get(cluster.db_subnet_group_name) if cluster else None
    if group is not None:
        kwargs["db_subnet_group_name"] = group.name
        used = Counter(member.availability_zone for member in cluster._members)
        kwargs["availability_zone"] = kwargs.get("availability_zone") or min(zones(group), key=lambda zone: used[zone])
    original(self, db_cluster_identifier, *args, **kwargs)


@wrap(DBInstance, "__init__")
def own_id(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.dbi_resource_id = "db-" + "".join(secrets.choice(CHARACTERS) for _ in range(26))
