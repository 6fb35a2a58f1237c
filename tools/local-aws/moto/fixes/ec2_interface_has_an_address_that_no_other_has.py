"""A network interface has an address of its subnet that no other one has, and none that AWS keeps for itself.

moto draws one at random, so two interfaces may have the same. Taken from the end here: instances have theirs from the start.
https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html
"""

from ipaddress import IPv4Network
from typing import Any

from moto.ec2.models.elastic_network_interfaces import NetworkInterface, NetworkInterfaceBackend
from moto.ec2.models.subnets import Subnet
from patching import wrap

RESERVED = 4  # at the start; the last one is for broadcasts


def free(backend: Any, subnet: Subnet) -> str | None:
    taken = {each.private_ip_address for each in backend.enis.values() if each.subnet.id == subnet.id}
    block = IPv4Network(subnet.cidr_block)
    usable = (str(block[number]) for number in range(block.num_addresses - 2, RESERVED - 1, -1))
    return next((address for address in usable if address not in taken), None)


@wrap(NetworkInterfaceBackend, "create_network_interface")
def create_network_interface(
    original: Any, self: Any, subnet: Any, private_ip_address: Any, private_ip_addresses: Any = None, *args: Any, **kwargs: Any
) -> NetworkInterface:
    if not private_ip_address and not private_ip_addresses:
        private_ip_address = free(self, self.get_subnet(subnet) if isinstance(subnet, str) else subnet)
    interface: NetworkInterface = original(self, subnet, private_ip_address, private_ip_addresses, *args, **kwargs)
    return interface
