"""A group keeps its zones balanced: it launches into the emptiest one and terminates in the fullest one.

AWS balances over all subnets of the group, and launches the version of the launch template that the group names.
moto launches everything in the first subnet, from the default version, and terminates the oldest wherever it is.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html#AutoScalingBehavior.Rebalancing
"""

from collections import Counter
from typing import Any

from moto.autoscaling.models import ASG_NAME_TAG, FakeAutoScalingGroup, InstanceState
from patching import wrap


def zones(group: FakeAutoScalingGroup) -> list[tuple[str, str | None]]:
    """The zone and subnet of each place that the group may launch into."""
    if not group.vpc_zone_identifier:
        return [(zone, None) for zone in group.availability_zones]
    subnets = [group.ec2_backend.get_subnet(subnet_id) for subnet_id in group.vpc_zone_identifier.split(",")]
    return sorted((subnet.availability_zone, subnet.id) for subnet in subnets)


def launch(group: FakeAutoScalingGroup, zone: str, subnet_id: str | None, tags: dict[str, str]) -> None:
    template = None
    if group.ec2_launch_template:
        template = {"LaunchTemplateId": group.ec2_launch_template.id, "Version": group.launch_template_version}
    reservation = group.ec2_backend.run_instances(
        group.image_id,
        1,
        group.user_data,
        group.security_groups,
        instance_type=group.instance_type,
        tags={"instance": {**tags, **group.instance_tags, ASG_NAME_TAG: group.name}},
        placement=zone,
        launch_config=group.launch_config,
        launch_template=template,
        is_instance_type_default=False,
        associate_public_ip=group.launch_config.associate_public_ip_address if group.launch_config else None,
        subnet_id=subnet_id,
        region_name=group.region,
    )
    instance = reservation.instances[0]
    instance.autoscaling_group = group
    protected = group.new_instances_protected_from_scale_in
    group.instance_states.append(InstanceState(instance, protected_from_scale_in=protected))


@wrap(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
def replace_autoscaling_group_instances(_: Any, self: FakeAutoScalingGroup, count: int, tags: dict[str, str]) -> None:
    places = zones(self)
    for _number in range(count):
        in_zone = Counter(state.availability_zone for state in self.instance_states)
        in_subnet = Counter(state.instance.subnet_id for state in self.instance_states)
        zone, subnet_id = min(places, key=lambda place: (in_zone[place[0]], in_subnet[place[1]]))
        launch(self, zone, subnet_id, tags)


@wrap(FakeAutoScalingGroup, "set_desired_capacity")
def set_desired_capacity(original: Any, self: FakeAutoScalingGroup, new_capacity: int | None) -> None:
    # The original terminates from the front of the list.
    waiting = sorted(self.instance_states, key=lambda state: state.instance.launch_time)
    remaining = Counter(state.availability_zone for state in waiting)
    ordered: list[InstanceState] = []
    while waiting:
        state = max(waiting, key=lambda candidate: remaining[candidate.availability_zone])
        waiting.remove(state)
        remaining[state.availability_zone] -= 1
        ordered.append(state)
    self.instance_states = ordered
    original(self, new_capacity)
