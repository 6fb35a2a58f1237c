"""The scaling activities of an Auto Scaling group, kept with the group, the latest first."""

from moto.autoscaling.models import Activity, FakeAutoScalingGroup


def record(group: FakeAutoScalingGroup, description: str, status: str, message: str | None = None) -> None:
    activity = Activity(description, "The capacity of the group differs from the desired one.", group)
    activity.status_code, activity.status_message, activity.progress = status, message, 100
    vars(group).setdefault("activities", []).insert(0, activity)


def recorded(group: FakeAutoScalingGroup) -> list[Activity]:
    return list(vars(group).get("activities", []))
