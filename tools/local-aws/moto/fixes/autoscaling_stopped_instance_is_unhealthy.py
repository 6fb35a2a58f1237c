"""An instance of a group that does not run is unhealthy.

AWS's EC2 health check reports it so (and replaces it some minutes later, which needs a clock that moto lacks). moto
keeps it healthy.
https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html
"""

from typing import Any

from moto.autoscaling.models import InstanceState
from patching import add, wrap


def health_status(self: InstanceState) -> str:
    return self.reported_health if self.instance.state == "running" else "Unhealthy"


def set_health_status(self: InstanceState, value: str) -> None:
    self.reported_health = value


add(InstanceState, "health_status")(property(health_status, set_health_status))


@wrap(InstanceState, "__init__")
def init(original: Any, self: InstanceState, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    if not hasattr(self, "reported_health"):
        raise AttributeError("InstanceState no longer sets health_status")
