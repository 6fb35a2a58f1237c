"""A cluster's subnet group, parameter group and security groups exist.

AWS refuses a cluster that names a missing one. moto keeps the name.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.rds.exceptions import DBSubnetGroupNotFoundError, RDSClientError
from moto.rds.models import DBCluster, RDSBackend
from patching import wrap


def check(backend: RDSBackend, asked: dict[str, Any]) -> None:
    subnet_group = asked.get("db_subnet_group_name")
    if subnet_group and subnet_group != "default" and subnet_group.lower() not in backend.subnet_groups:
        raise DBSubnetGroupNotFoundError(subnet_group)
    parameter_group = asked.get("db_cluster_parameter_group_name")
    own = backend.db_cluster_parameter_groups
    if parameter_group and not parameter_group.startswith("default.") and parameter_group not in own:
        raise RDSClientError("DBClusterParameterGroupNotFound", f"DBClusterParameterGroup not found: {parameter_group}")
    network = ec2_backends[backend.account_id][backend.region_name]
    for group in asked.get("vpc_security_group_ids") or []:
        if network.get_security_group_from_id(group) is None:
            raise RDSClientError("InvalidVPCNetworkStateFault", f"The security group {group} does not exist.")


@wrap(RDSBackend, "create_db_cluster")
def create_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    check(self, kwargs)
    return original(self, kwargs)


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    check(self, kwargs)
    return original(self, kwargs)
