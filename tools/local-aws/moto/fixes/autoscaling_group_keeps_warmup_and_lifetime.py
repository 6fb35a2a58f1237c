"""A group keeps its instance warm-up, its longest instance lifetime, its maintenance policy and a grace period of 0.

AWS reports them. moto drops the first three, and makes 300 seconds of the last.
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingGroup.html
"""

from typing import Any

from moto.autoscaling.models import FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse
from patching import add, wrap

SETTINGS = {
    "DefaultInstanceWarmup": "default_instance_warmup",
    "MaxInstanceLifetime": "max_instance_lifetime",
    "InstanceMaintenancePolicy": "instance_maintenance_policy",
    "HealthCheckGracePeriod": "health_check_grace_period",
}

for setting in ("default_instance_warmup", "max_instance_lifetime", "instance_maintenance_policy"):
    add(FakeAutoScalingGroup, setting)(None)

for operation in ("create_auto_scaling_group", "update_auto_scaling_group"):

    @wrap(AutoScalingResponse, operation)
    def keep(original: Any, self: AutoScalingResponse) -> Any:
        answer = original(self)
        group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
        for parameter, attribute in SETTINGS.items():
            value = self._get_param(parameter)
            if value is not None:
                setattr(group, attribute, value)
        return answer
