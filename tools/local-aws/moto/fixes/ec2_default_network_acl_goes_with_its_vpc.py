"""A VPC takes its default network ACL along when it is deleted, as it does its main route table and default group.

moto leaves the ACL behind.
https://docs.aws.amazon.com/vpc/latest/userguide/delete-vpc.html
"""

from typing import Any

from moto.ec2.models.vpcs import VPCBackend
from patching import wrap


@wrap(VPCBackend, "delete_vpc")
def delete_vpc(original: Any, self: VPCBackend, vpc_id: str) -> Any:
    vpc = original(self, vpc_id)
    for acl in list(self.network_acls.values()):
        if acl.vpc_id == vpc_id and acl.default:
            del self.network_acls[acl.id]
    return vpc
