"""An instance of a group tells the version of the launch template that it was launched from.

AWS reports the version of the launch. moto reports the template's default version of today.
https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_AutoScalingInstanceDetails.html
"""

from typing import Any

from moto.autoscaling.models import InstanceState
from patching import wrap_property

VERSION_TAG = "aws:ec2launchtemplate:version"


@wrap_property(InstanceState, "launch_template")
def launch_template(original: Any, self: InstanceState) -> dict[str, Any] | None:
    specification = original(self)
    if specification is None:
        return None
    tags = {tag["key"]: tag["value"] for tag in self.instance.get_tags()}
    return {**specification, "Version": tags.get(VERSION_TAG, str(specification["Version"]))}
