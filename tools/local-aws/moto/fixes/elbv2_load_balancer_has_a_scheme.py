"""A load balancer that was not said to be internal is internet-facing, and DescribeLoadBalancers says so.

moto tells no scheme then.
https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
"""

from typing import Any

from moto.elbv2.models import FakeLoadBalancer
from patching import wrap


@wrap(FakeLoadBalancer, "__init__")
def init(original: Any, self: FakeLoadBalancer, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.scheme = self.scheme or "internet-facing"
