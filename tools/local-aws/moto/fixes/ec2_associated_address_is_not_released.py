"""An Elastic IP address that something has, such as a NAT gateway, is not released.

AWS answers InvalidIPAddress.InUse. moto takes it from the gateway and releases it.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ReleaseAddress.html
"""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.elastic_ip_addresses import ElasticAddressBackend
from patching import wrap


@wrap(ElasticAddressBackend, "release_address")
def release(original: Any, self: Any, address: str | None = None, allocation_id: str | None = None) -> None:
    for each in self.addresses:
        if allocation_id is not None and each.allocation_id == allocation_id and each.association_id:
            raise EC2ClientError("InvalidIPAddress.InUse", f"Address {allocation_id} is in use.")
    original(self, address, allocation_id)
