"""An instance has the metadata options, profile, monitoring, volumes and volume tags of its launch template.

AWS applies all of the template unless the request says otherwise. moto applies some of it, and adds an unencrypted
volume that the template does not have.
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/launch-instances-from-launch-template.html
"""

from typing import Any

from moto.ec2.models.instances import InstanceBackend
from moto.ec2.utils import convert_tag_spec
from patching import wrap


def yes(value: Any) -> bool:
    return str(value).lower() == "true"


@wrap(InstanceBackend, "run_instances")
def run_instances(
    original: Any, self: Any, image_id: str, count: int, user_data: Any, security_group_names: list[str], **kwargs: Any
) -> Any:
    if not kwargs.get("launch_template"):
        return original(self, image_id, count, user_data, security_group_names, **kwargs)
    data = self._get_template_from_args(kwargs["launch_template"]).data
    kwargs["metadata_options"] = kwargs.get("metadata_options") or data.get("MetadataOptions") or {}
    kwargs["ebs_optimized"] = bool(kwargs.get("ebs_optimized")) or yes(data.get("EbsOptimized"))
    if yes((data.get("Monitoring") or {}).get("Enabled")):
        kwargs["monitoring_state"] = "enabled"
    if data.get("BlockDeviceMappings") and "block_device_mappings" not in kwargs:
        kwargs["block_device_mappings"] = data["BlockDeviceMappings"]
    volume_tags = convert_tag_spec(data.get("TagSpecifications") or []).get("volume", {})
    tags = kwargs.get("tags") or {}
    kwargs["tags"] = {**tags, "volume": {**volume_tags, **tags.get("volume", {})}}
    reservation = original(self, image_id, count, user_data, security_group_names, **kwargs)
    profile = data.get("IamInstanceProfile") or {}
    if profile and not (kwargs.get("iam_instance_profile_name") or kwargs.get("iam_instance_profile_arn")):
        for instance in reservation.instances:
            self.associate_iam_instance_profile(
                instance.id,
                iam_instance_profile_name=profile.get("Name"),
                iam_instance_profile_arn=profile.get("Arn"),
            )
    return reservation
