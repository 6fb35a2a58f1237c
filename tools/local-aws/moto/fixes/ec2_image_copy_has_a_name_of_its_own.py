"""Of an account's AMIs in a region no two have one name, so a copy beside another needs a name of its own.

moto takes any name.
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html
"""

from typing import Any

from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.amis import AmiBackend
from patching import wrap


@wrap(AmiBackend, "copy_image")
def copy_image(original: Any, self: Any, source_image_id: str, source_region: str, name: str, *more: Any) -> Any:
    for one in self.amis.values():
        if one.name == name and one.owner_id == self.account_id:
            raise EC2ClientError("InvalidAMIName.Duplicate", f"AMI name {name} is already in use by AMI {one.id}")
    return original(self, source_image_id, source_region, name, *more)
