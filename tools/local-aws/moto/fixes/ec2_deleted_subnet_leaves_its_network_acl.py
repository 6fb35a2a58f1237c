"""A subnet that is deleted is no longer among the associations of its network ACL.

moto keeps the association for good.
https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html
"""

from typing import Any

from moto.ec2.models.subnets import SubnetBackend
from patching import wrap


@wrap(SubnetBackend, "delete_subnet")
def delete_subnet(original: Any, self: SubnetBackend, subnet_id: str) -> Any:
    subnet = original(self, subnet_id)
    for acl in self.network_acls.values():
        for key, association in list(acl._associations.items()):
            if association.subnet_id == subnet_id:
                del acl._associations[key]
    return subnet
