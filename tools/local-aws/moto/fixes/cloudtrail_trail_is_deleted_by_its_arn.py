"""A trail is deleted by its name or by its ARN, and deleting one that is not there is refused.

moto looks for the name only, and says nothing when it finds none: the trail stays.
https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_DeleteTrail.html
"""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend
from patching import wrap


@wrap(CloudTrailBackend, "delete_trail")
def delete_trail(original: Any, self: CloudTrailBackend, name: str) -> None:
    original(self, self.get_trail(name).trail_name)
