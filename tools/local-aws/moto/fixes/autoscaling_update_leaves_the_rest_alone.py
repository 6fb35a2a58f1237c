"""UpdateAutoScalingGroup changes what it names, and nothing else.

On AWS a request without a mixed-instances policy keeps the policy, and cooldown, termination policies and capacity
rebalancing can be changed. moto drops the policy and ignores the others.
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html
"""

from typing import Any

from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from patching import wrap

SETTINGS = {
    "DefaultCooldown": "default_cooldown",
    "TerminationPolicies": "termination_policies",
    "CapacityRebalance": "capacity_rebalance",
}


def as_requested(policy: dict[str, Any]) -> dict[str, Any]:
    """The policy as a request may have it: with the template's id or its name, not both."""
    template = policy["LaunchTemplate"]
    specification = dict(template["LaunchTemplateSpecification"])
    specification.pop("LaunchTemplateName", None)
    return {**policy, "LaunchTemplate": {**template, "LaunchTemplateSpecification": specification}}


@wrap(FakeAutoScalingGroup, "update")
def update(original: Any, self: FakeAutoScalingGroup, **kwargs: Any) -> None:
    named = kwargs.get("launch_config_name") or kwargs.get("launch_template") or kwargs.get("mixed_instances_policy")
    if not named and self.mixed_instances_policy:
        kwargs["mixed_instances_policy"] = as_requested(self.mixed_instances_policy)
    original(self, **kwargs)


@wrap(AutoScalingResponse, "update_auto_scaling_group")
def update_auto_scaling_group(original: Any, self: AutoScalingResponse) -> Any:
    answer = original(self)
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    for parameter, attribute in SETTINGS.items():
        value = self._get_param(parameter)
        if value is not None:
            setattr(group, attribute, value)
    return answer
