"""Instances start from every version of a launch template that has user data, and get that user data.

moto decodes the user data of the first version only: a launch from a later one fails, with HTTP 500.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateLaunchTemplateVersion.html
"""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplate
from moto.ec2.utils import parse_user_data
from patching import wrap


@wrap(LaunchTemplate, "create_version")
def create_version(original: Any, self: LaunchTemplate, data: dict[str, Any], description: str) -> Any:
    given = data.get("UserData")
    return original(self, {**data, "UserData": parse_user_data(given)} if isinstance(given, str) else data, description)
