"""An instance is in the security groups of its launch template's network interface.

moto reads a template's groups only where it names no network interface, and puts the instance in none.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-instances-from-launch-template.html
"""

from typing import Any

from moto.ec2.models.instances import InstanceBackend
from patching import wrap


@wrap(InstanceBackend, "run_instances")
def run_instances(original: Any, self: Any, *args: Any, **kwargs: Any) -> Any:
    if kwargs.get("launch_template") and not kwargs.get("security_group_ids") and not kwargs.get("nics"):
        data = self._get_template_from_args(kwargs["launch_template"]).data
        first = [each for each in data.get("NetworkInterfaces") or [] if int(each.get("DeviceIndex") or 0) == 0]
        groups = [group for each in first for group in each.get("Groups") or []]
        if groups:
            kwargs["security_group_ids"] = groups
    return original(self, *args, **kwargs)
