"""A load balancer's name has at most 32 characters, letters, digits and hyphens, and is its own in the region.

AWS refuses others with ValidationError, and a name that is taken with DuplicateLoadBalancerName. moto takes any name,
any number of times.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
"""

import re
from typing import Any

from moto.elbv2.exceptions import DuplicateLoadBalancerName, ValidationError
from moto.elbv2.models import ELBv2Backend
from patching import wrap


@wrap(ELBv2Backend, "create_load_balancer")
def create_load_balancer(original: Any, self: ELBv2Backend, name: str, *args: Any, **kwargs: Any) -> Any:
    if len(name) > 32:
        raise ValidationError(f"The load balancer name '{name}' cannot be longer than '32' characters")
    if not re.fullmatch(r"[A-Za-z0-9-]+", name):
        raise ValidationError(f"The load balancer name '{name}' can only contain alphanumeric characters or hyphens(-)")
    if name.startswith("-") or name.endswith("-"):
        raise ValidationError(f"The load balancer name '{name}' cannot begin or end with '-'")
    if name.startswith("internal-"):
        raise ValidationError(f"The load balancer name '{name}' cannot begin with 'internal-'")
    if any(balancer.name == name for balancer in self.load_balancers.values()):
        raise DuplicateLoadBalancerName()
    return original(self, name, *args, **kwargs)
