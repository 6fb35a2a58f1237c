"""CloudTrail has five trails in a region at most, shadows of other regions' trails included.

moto makes as many as it is asked for.
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/WhatIsCloudTrail-Limits.html
"""

from typing import Any

from moto.cloudtrail.models import CloudTrailBackend
from moto.core.exceptions import JsonRESTError
from patching import wrap

MOST = 5


@wrap(CloudTrailBackend, "create_trail")
def create_trail(original: Any, self: CloudTrailBackend, *args: Any, **kwargs: Any) -> Any:
    if len(self.describe_trails(True)) >= MOST:
        raise JsonRESTError(
            "MaximumNumberOfTrailsExceededException",
            f"User: {self.account_id} already has {MOST} trails in {self.region_name}.",
        )
    return original(self, *args, **kwargs)
