"""Every region has a list of the addresses that Route 53 checks health from, for IPv4 and for IPv6.

moto knows other lists of AWS, but not these.
https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
"""

from typing import Any

from moto.ec2.models.managed_prefixes import ManagedPrefixListBackend
from patching import wrap

# Some of them: https://ip-ranges.amazonaws.com/ip-ranges.json, service ROUTE53_HEALTHCHECKS
LISTS = {
    "route53-healthchecks": ("IPv4", ["15.177.0.0/18", "54.183.255.128/26", "54.228.16.0/26", "107.23.255.0/26"]),
    "ipv6.route53-healthchecks": ("IPv6", ["2600:1f14:7ff:f800::/56", "2a05:d018:fff:f800::/56"]),
}


@wrap(ManagedPrefixListBackend, "create_default_pls")
def create_default_pls(original: Any, self: Any) -> None:
    original(self)
    for name, (family, blocks) in LISTS.items():
        self._create_aws_managed_prefix_list(
            name=f"com.amazonaws.{self.region_name}.{name}",
            address_family=family,
            entries=[{"Cidr": block, "Description": "default"} for block in blocks],
        )
