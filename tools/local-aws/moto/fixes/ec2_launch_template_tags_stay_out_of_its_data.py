"""A launch template's own tags are not part of what it launches.

On AWS the TagSpecifications of CreateLaunchTemplate tag the template; those inside LaunchTemplateData tag instances
and volumes. moto adds the first to the second.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplate.html
"""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplateBackend
from patching import wrap


@wrap(LaunchTemplateBackend, "create_launch_template")
def create_launch_template(
    original: Any,
    self: LaunchTemplateBackend,
    name: str,
    description: str,
    template_data: dict[str, Any],
    tag_spec: dict[str, Any],
) -> Any:
    specifications = template_data.get("TagSpecifications")
    if specifications:
        launched = [entry for entry in specifications if entry.get("ResourceType") != "launch-template"]
        template_data["TagSpecifications"] = launched
        if not launched:
            del template_data["TagSpecifications"]
    return original(self, name, description, template_data, tag_spec)
