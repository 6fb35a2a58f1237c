"""A network ACL has at most 20 entries in each direction, the default ones that deny the rest included.

AWS refuses the next one with NetworkAclEntryLimitExceeded; a VPC with IPv6 has two default entries. moto has no limit.
https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-nacls
"""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.network_acls import NetworkAclBackend
from patching import wrap

QUOTA = 20
FIRST_DEFAULT = 32767


@wrap(NetworkAclBackend, "create_network_acl_entry")
def create_network_acl_entry(original: Any, self: Any, network_acl_id: str, *args: Any, **kwargs: Any) -> Any:
    acl = self.get_network_acl(network_acl_id)
    egress = kwargs["egress"] if "egress" in kwargs else args[3]
    own = [
        entry
        for entry in acl.network_acl_entries
        if str(entry.egress).lower() == str(egress).lower() and int(entry.rule_number) < FIRST_DEFAULT
    ]
    number = int(kwargs["rule_number"] if "rule_number" in kwargs else args[0])
    defaults = 2 if self.get_vpc(acl.vpc_id).get_cidr_block_association_set(ipv6=True) else 1
    if number < FIRST_DEFAULT and len(own) + defaults >= QUOTA:
        raise EC2ClientError(
            "NetworkAclEntryLimitExceeded", f"The maximum number of entries of network acl {network_acl_id} is reached"
        )
    return original(self, network_acl_id, *args, **kwargs)
