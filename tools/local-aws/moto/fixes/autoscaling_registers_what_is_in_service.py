"""What is in service in a group is registered with its target groups; nothing else of the group is.

AWS registers each instance that enters service, replacements too, and deregisters what leaves. moto forgets
replacements, and fails when an instance of the group does not run.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/attach-load-balancer-asg.html
"""

from typing import Any

from moto.autoscaling.models import AutoScalingBackend
from patching import wrap


@wrap(AutoScalingBackend, "update_attached_target_groups")
def update_attached_target_groups(_: Any, self: AutoScalingBackend, group_name: str) -> None:
    group = self.autoscaling_groups[group_name]
    if not group.target_group_arns:
        return
    serving = {state.instance.id for state in group.active_instances() if state.instance.state == "running"}
    idle = {state.instance.id for state in group.instance_states if state.lifecycle_state != "InService"}
    for target_group in self.elbv2_backend.describe_target_groups(
        target_group_arns=group.target_group_arns, load_balancer_arn=None, names=None
    ):
        registered = set(target_group.targets)
        target_group.register([{"Id": instance, "Port": target_group.port} for instance in serving - registered])
        target_group.deregister([{"Id": instance} for instance in idle & registered])


@wrap(AutoScalingBackend, "notify_terminate_instances")
def notify_terminate_instances(original: Any, self: AutoScalingBackend, instance_ids: list[str]) -> None:
    before = {name: list(group.instance_states) for name, group in self.autoscaling_groups.items()}
    original(self, instance_ids)
    for name, group in self.autoscaling_groups.items():
        if group.instance_states != before.get(name):
            self.update_attached_target_groups(name)


@wrap(AutoScalingBackend, "detach_instances")
def detach_instances(
    original: Any, self: AutoScalingBackend, group_name: str, instance_ids: list[str], should_decrement: bool
) -> Any:
    activities = original(self, group_name, instance_ids, should_decrement)
    for arn in self.autoscaling_groups[group_name].target_group_arns:
        target_group = self.elbv2_backend.target_groups.get(arn)
        if target_group is not None:
            target_group.deregister([{"Id": name} for name in instance_ids if name in target_group.targets])
    return activities
