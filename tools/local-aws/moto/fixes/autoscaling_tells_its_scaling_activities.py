"""DescribeScalingActivities tells each launch and termination of a group, the latest first.

On AWS that is where a group says why it has no instances. moto always answers an empty list.
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_DescribeScalingActivities.html
"""

from typing import Any

from activities import record, recorded
from moto.autoscaling.exceptions import ValidationError
from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from patching import wrap


@wrap(FakeAutoScalingGroup, "set_desired_capacity")
def set_desired_capacity(original: Any, self: FakeAutoScalingGroup, new_capacity: int | None) -> None:
    before = {state.instance.id for state in self.instance_states}
    original(self, new_capacity)
    for instance_id in sorted(before - {state.instance.id for state in self.instance_states}):
        record(self, f"Terminating EC2 instance: {instance_id}", "Successful")


@wrap(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
def replace(original: Any, self: FakeAutoScalingGroup, count: int, tags: dict[str, str]) -> None:
    before = len(self.instance_states)
    original(self, count, tags)
    for state in self.instance_states[before:]:
        record(self, f"Launching a new EC2 instance: {state.instance.id}", "Successful")


@wrap(AutoScalingResponse, "describe_scaling_activities")
def describe_scaling_activities(_: Any, self: AutoScalingResponse) -> ActionResult:
    groups, name = self.autoscaling_backend.autoscaling_groups, self._get_param("AutoScalingGroupName")
    if name and name not in groups:
        raise ValidationError("AutoScalingGroup name not found - null")
    chosen = [groups[name]] if name else list(groups.values())
    activities = [activity for group in chosen for activity in recorded(group)]
    wanted = self._get_param("ActivityIds", [])
    return ActionResult(
        {"Activities": [activity for activity in activities if not wanted or activity.activity_id in wanted]}
    )
