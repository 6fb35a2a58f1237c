"""The network interface of a NAT gateway is managed by AWS, and its description names the gateway.

moto shows it as an interface that the account made itself.
https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
"""

from typing import Any

from moto.ec2.models.nat_gateways import NatGateway
from patching import wrap


@wrap(NatGateway, "__init__")
def init(original: Any, self: NatGateway, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self._eni.description = f"Interface for NAT Gateway {self.id}"
    self._eni.interface_type = "nat_gateway"
    self._eni.requester_managed = True
