"""An instance refresh replaces the group's instances with ones of the current launch template.

AWS does so over minutes; here it is done when StartInstanceRefresh answers. When the new ones cannot start, the old
ones stay and the refresh has failed, or was rolled back if it asked for that. moto lacks instance refreshes.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-instance-refresh.html
"""

import uuid
from typing import Any

from moto.autoscaling.exceptions import AutoscalingClientError, ValidationError
from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from patching import add


def group_of(self: AutoScalingResponse) -> FakeAutoScalingGroup:
    name = self._get_param("AutoScalingGroupName")
    group = self.autoscaling_backend.autoscaling_groups.get(name)
    if group is None:
        raise ValidationError(f"AutoScalingGroup name not found - {name}")
    return group


def replace_all(group: FakeAutoScalingGroup) -> bool:
    """Whether all instances could be replaced; if not, the old ones are back."""
    old = list(group.instance_states)
    group.instance_states = []
    group.replace_autoscaling_group_instances(len(old), group.get_propagated_tags())
    complete = len(group.instance_states) == len(old)
    leaving = old if complete else list(group.instance_states)
    if not complete:
        group.instance_states = old
    if leaving:
        group.ec2_backend.terminate_instances([state.instance.id for state in leaving])
    group.autoscaling_backend.update_attached_target_groups(group.name)
    return complete


@add(AutoScalingResponse, "start_instance_refresh")
def start_instance_refresh(self: AutoScalingResponse) -> ActionResult:
    group, preferences = group_of(self), self._get_param("Preferences") or {}
    started = utcnow()
    complete = replace_all(group)
    rolled_back = "RollbackSuccessful" if preferences.get("AutoRollback") else "Failed"
    refresh = {
        "InstanceRefreshId": str(uuid.uuid4()),
        "AutoScalingGroupName": group.name,
        "Status": "Successful" if complete else rolled_back,
        "StatusReason": None if complete else "The new instances did not start.",
        "StartTime": started,
        "EndTime": utcnow(),
        "PercentageComplete": 100 if complete else 0,
        "InstancesToUpdate": 0 if complete else len(group.instance_states),
        "Preferences": preferences,
    }
    vars(group).setdefault("refreshes", []).insert(0, refresh)
    return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})


@add(AutoScalingResponse, "describe_instance_refreshes")
def describe_instance_refreshes(self: AutoScalingResponse) -> ActionResult:
    wanted = self._get_param("InstanceRefreshIds", [])
    refreshes = vars(group_of(self)).get("refreshes", [])
    return ActionResult(
        {"InstanceRefreshes": [each for each in refreshes if not wanted or each["InstanceRefreshId"] in wanted]}
    )


def none_is_running(self: AutoScalingResponse) -> ActionResult:
    message = f"No in progress or pending Instance Refresh found for {group_of(self).name}."
    raise AutoscalingClientError("ActiveInstanceRefreshNotFound", message)


add(AutoScalingResponse, "cancel_instance_refresh")(none_is_running)
add(AutoScalingResponse, "rollback_instance_refresh")(none_is_running)
