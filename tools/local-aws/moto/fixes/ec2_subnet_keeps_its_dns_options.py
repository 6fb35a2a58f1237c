"""A subnet keeps DNS64, the resource-name DNS records and the host name type.

AWS keeps what ModifySubnetAttribute sets. moto answers and forgets all but one of them.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifySubnetAttribute.html
"""

from typing import Any

from moto.ec2.exceptions import InvalidParameterValueError
from moto.ec2.models.subnets import Subnet
from moto.ec2.responses.subnets import Subnets
from patching import add, wrap

add(Subnet, "enable_dns64")(False)

LAUNCH_OPTIONS = {
    "EnableResourceNameDnsARecordOnLaunch": "EnableResourceNameDnsARecord",
    "EnableResourceNameDnsAAAARecordOnLaunch": "EnableResourceNameDnsAAAARecord",
}
HOST_NAME_TYPES = ("ip-name", "resource-name")


@wrap(Subnets, "modify_subnet_attribute")
def modify_subnet_attribute(original: Any, self: Subnets) -> Any:
    subnet = self.ec2_backend.get_subnet(self._get_param("SubnetId"))
    host_name_type = self._get_param("PrivateDnsHostnameTypeOnLaunch")
    if host_name_type is not None and host_name_type not in HOST_NAME_TYPES:
        raise InvalidParameterValueError(host_name_type)
    dns64 = self._get_bool_param("EnableDns64.Value")
    if dns64 is not None:
        subnet.enable_dns64 = dns64
    options = subnet.private_dns_name_options_on_launch
    for parameter, option in LAUNCH_OPTIONS.items():
        wanted = self._get_bool_param(f"{parameter}.Value")
        if wanted is not None:
            options[option] = wanted
    if host_name_type is not None:
        options["HostnameType"] = host_name_type
    return original(self)
