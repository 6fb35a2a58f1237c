"""A Shield Advanced subscription tells when it began and ends, as timestamps.

moto writes them as text that no client reads as a time.
https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_Subscription.html
"""

from typing import Any

from moto.shield.models import Subscription
from patching import wrap


@wrap(Subscription, "to_dict")
def to_dict(original: Any, self: Subscription) -> dict[str, Any]:
    return {**original(self), "StartTime": self.start_time.timestamp(), "EndTime": self.end_time.timestamp()}
