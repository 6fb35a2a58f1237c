"""A mixed-instances group launches its own instance types, on demand up to its base and share, and spot above.

AWS takes on-demand instances in the order of the overrides and spreads spot over them. moto launches the template's
type only, and never spot.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/mixed-instances-groups-set-up-overview.html
"""

import math
from typing import Any

from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from patching import wrap


def on_demand_wanted(total: int, distribution: dict[str, Any]) -> int:
    base = int(distribution.get("OnDemandBaseCapacity", 0))
    percentage = int(distribution.get("OnDemandPercentageAboveBaseCapacity", 100))
    return min(total, base) + math.ceil(max(0, total - base) * percentage / 100)


def shape(group: FakeAutoScalingGroup, launched: list[InstanceState]) -> None:
    policy = group.mixed_instances_policy or {}
    overrides = policy["LaunchTemplate"].get("Overrides", [])
    types = [entry["InstanceType"] for entry in overrides if "InstanceType" in entry]
    wanted = on_demand_wanted(len(group.instance_states), policy.get("InstancesDistribution", {}))
    before = [state for state in group.instance_states if state not in launched]
    on_demand = sum(1 for state in before if state.instance.lifecycle != "spot")
    for number, state in enumerate(launched):
        spot = on_demand >= wanted
        if spot:
            state.instance.lifecycle = "spot"
        else:
            on_demand += 1
        if types:
            state.instance.instance_type = types[number % len(types)] if spot else types[0]
            state.instance_type = state.instance.instance_type


@wrap(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
def replace_autoscaling_group_instances(
    original: Any, self: FakeAutoScalingGroup, count: int, tags: dict[str, str]
) -> None:
    before = list(self.instance_states)
    original(self, count, tags)
    if self.mixed_instances_policy:
        shape(self, [state for state in self.instance_states if state not in before])
