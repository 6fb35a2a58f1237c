"""A terminated instance is no longer a target, whoever terminated it.

AWS deregisters it. moto does so for TerminateInstances, and not when an Auto Scaling group scales in.
https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html
"""

from typing import Any

from moto.ec2.models.instances import InstanceBackend
from moto.elbv2.models import elbv2_backends
from patching import wrap


@wrap(InstanceBackend, "terminate_instances")
def terminate_instances(original: Any, self: Any, instance_ids: list[str]) -> Any:
    terminated = original(self, instance_ids)
    elbv2_backends[self.account_id][self.region_name].notify_terminate_instances(instance_ids)
    return terminated
