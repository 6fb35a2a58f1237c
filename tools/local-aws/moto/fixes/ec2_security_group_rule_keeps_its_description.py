"""A security group rule keeps its description, whatever it refers to.

On AWS every rule has one. moto drops it for rules that name a group or a prefix list.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_SecurityGroupRule.html
"""

from typing import Any

from moto.ec2.models.security_groups import SecurityGroupRule
from patching import add, wrap, wrap_property

add(SecurityGroupRule, "given_description")(None)


@wrap(SecurityGroupRule, "__init__")
def init(
    original: Any,
    self: SecurityGroupRule,
    ec2_backend: Any,
    ip_protocol: Any,
    group_id: str,
    from_port: Any,
    to_port: Any,
    ip_range: Any,
    source_group: dict[str, str] | None = None,
    prefix_list_id: dict[str, str] | None = None,
    **kwargs: Any,
) -> None:
    original(
        self, ec2_backend, ip_protocol, group_id, from_port, to_port, ip_range, source_group, prefix_list_id, **kwargs
    )
    self.given_description = (source_group or prefix_list_id or {}).get("Description")


@wrap_property(SecurityGroupRule, "description")
def description(original: Any, self: SecurityGroupRule) -> str | None:
    return original(self) or self.given_description
