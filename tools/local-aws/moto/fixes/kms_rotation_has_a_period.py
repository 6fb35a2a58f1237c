"""Key rotation has a period of 90 to 2,560 days, 365 unless asked for.

AWS keeps RotationPeriodInDays and reports it with the next date of rotation. moto knows on and off only.
https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
"""

import json
from datetime import timedelta
from typing import Any

from moto.core.utils import unix_time, utcnow
from moto.kms.exceptions import ValidationException
from moto.kms.models import Key
from moto.kms.responses import KmsResponse
from patching import add, wrap

DEFAULT_DAYS = 365

add(Key, "rotation_period_in_days")(DEFAULT_DAYS)
add(Key, "next_rotation_date")(None)


@wrap(KmsResponse, "enable_key_rotation")
def enable_key_rotation(original: Any, self: KmsResponse) -> str:
    days = self._get_param("RotationPeriodInDays")
    if days is not None and not 90 <= days <= 2560:
        raise ValidationException(
            f"1 validation error detected: Value '{days}' at 'rotationPeriodInDays' failed to satisfy constraint: "
            "Member must have value between 90 and 2560"
        )
    answer = original(self)
    key = self.kms_backend.keys[self.kms_backend.get_key_id(self._get_param("KeyId"))]
    if days is not None:
        key.rotation_period_in_days = days
    key.next_rotation_date = unix_time(utcnow() + timedelta(days=key.rotation_period_in_days))
    return answer


@wrap(KmsResponse, "get_key_rotation_status")
def get_key_rotation_status(original: Any, self: KmsResponse) -> str:
    answer = json.loads(original(self))
    key = self.kms_backend.keys[self.kms_backend.get_key_id(self._get_param("KeyId"))]
    answer["KeyId"] = key.arn
    if answer["KeyRotationEnabled"]:
        answer["RotationPeriodInDays"] = key.rotation_period_in_days
        answer["NextRotationDate"] = key.next_rotation_date
    return json.dumps(answer)
