"""GuardDuty has one detector in each region of an account, and refuses a second one.

moto makes as many as it is asked for.
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html
"""

from typing import Any

from moto.guardduty.models import GuardDutyBackend
from patching import wrap
from service import Refusal


@wrap(GuardDutyBackend, "create_detector")
def create_detector(original: Any, self: GuardDutyBackend, *args: Any, **kwargs: Any) -> str:
    if self.detectors:
        raise Refusal(
            "BadRequestException",
            "The request is rejected because a detector already exists for the current account.",
        )
    return original(self, *args, **kwargs)
