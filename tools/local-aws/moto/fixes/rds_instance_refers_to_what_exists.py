"""The security groups of an instance exist, when it is made and when it is changed.

AWS refuses a missing one with InvalidVPCNetworkStateFault. moto keeps the id.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html
"""

from typing import Any

from moto.ec2.models import ec2_backends
from moto.rds.exceptions import RDSClientError
from moto.rds.models import DBInstance, RDSBackend
from patching import wrap


def check(backend: RDSBackend, asked: dict[str, Any]) -> None:
    network = ec2_backends[backend.account_id][backend.region_name]
    for group in asked.get("vpc_security_group_ids") or []:
        if network.get_security_group_from_id(group) is None:
            raise RDSClientError("InvalidVPCNetworkStateFault", f"The security group {group} does not exist.")


@wrap(RDSBackend, "create_db_instance")
def create_db_instance(original: Any, self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    check(self, db_kwargs)
    return original(self, db_kwargs)


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    check(self, db_kwargs)
    return original(self, db_instance_identifier, db_kwargs)
