"""A security group has at most 60 rules in each direction for IPv4, and as many for IPv6.

On AWS a rule that names a group counts for both, and one that names a prefix list counts as often as the list weighs.
moto adds both families up and does not count prefix lists.
https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-security-groups
"""

from typing import Any

from moto.ec2.exceptions import InvalidSecurityGroupNotFoundError, RulesPerSecurityGroupLimitExceededError
from moto.ec2.models.security_groups import SecurityGroupBackend
from patching import wrap

QUOTA = 60
# https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
WEIGHTS = {"cloudfront.origin-facing": 55, "route53-healthchecks": 25, "vpc-lattice": 10}


def weight(backend: Any, prefix_list_id: str) -> int:
    for each in backend.describe_managed_prefix_lists(prefix_list_ids=[prefix_list_id]):
        if each.owner_id != "AWS":
            return int(each.max_entries)
        return next((entries for name, entries in WEIGHTS.items() if each.prefix_list_name.endswith(name)), 1)
    return 1


def check(backend: Any, name: str, vpc_id: str | None, egress: bool, asked: dict[str, Any]) -> None:
    group = backend.get_security_group_by_name_or_id(name, vpc_id)
    if group is None:
        raise InvalidSecurityGroupNotFoundError(name)
    counts = {"CidrIp": 0, "CidrIpv6": 0}
    for rule in group.egress_rules if egress else group.ingress_rules:
        entries = weight(backend, rule.prefix_list_id) if rule.prefix_list_id else 1
        for family in counts:
            counts[family] += 0 if rule.ip_range and family not in rule.ip_range else entries
    ranges = asked["ip_ranges"] if isinstance(asked["ip_ranges"], list) else []
    both = len(asked.get("source_groups") or [])
    both += sum(weight(backend, each["PrefixListId"]) for each in asked.get("prefix_list_ids") or [])
    for family in counts:
        if counts[family] + both + sum(1 for each in ranges if family in each) > QUOTA:
            raise RulesPerSecurityGroupLimitExceededError


@wrap(SecurityGroupBackend, "_verify_group_will_respect_rule_count_limit")
def verify(*_: Any, **__: Any) -> None:
    """Checked below, where prefix lists are known."""


for operation, is_egress in (("authorize_security_group_ingress", False), ("authorize_security_group_egress", True)):

    @wrap(SecurityGroupBackend, operation)
    def authorize(
        original: Any,
        self: Any,
        group_name_or_id: str,
        ip_protocol: str,
        from_port: str,
        to_port: str,
        ip_ranges: Any,
        *args: Any,
        egress: bool = is_egress,
        **kwargs: Any,
    ) -> Any:
        check(self, group_name_or_id, kwargs.get("vpc_id"), egress, {"ip_ranges": ip_ranges, **kwargs})
        return original(self, group_name_or_id, ip_protocol, from_port, to_port, ip_ranges, *args, **kwargs)
