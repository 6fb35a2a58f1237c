"""A NAT gateway that is deleted gives its address free and takes its network interface along.

moto keeps the interface in the subnet for good, and answers the deletion of an unknown gateway with an internal error.
https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-working-with.html#nat-gateway-deleting
"""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.nat_gateways import NatGatewayBackend
from patching import wrap


@wrap(NatGatewayBackend, "delete_nat_gateway")
def delete_nat_gateway(original: Any, self: Any, nat_gateway_id: str) -> Any:
    gateway = self.nat_gateways.get(nat_gateway_id)
    if gateway is None:
        raise EC2ClientError("NatGatewayNotFound", f"NAT gateway {nat_gateway_id} was not found")
    if gateway.state != "deleted":
        interface = gateway._eni
        for address in [each for each in self.addresses if each.eni is interface]:
            self.disassociate_address(association_id=address.association_id)
        self.delete_network_interface(interface.id)
    return original(self, nat_gateway_id)
