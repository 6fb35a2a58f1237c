"""A key is deleted 7 to 30 days after it was asked for.

AWS refuses another time with ValidationException, and takes a key by its ARN, too. moto says nothing and leaves the key as
it is, and knows it by its id alone.
https://docs.aws.amazon.com/kms/latest/APIReference/API_ScheduleKeyDeletion.html
"""

from typing import Any

from moto.kms.models import KmsBackend
from patching import wrap
from service import Refusal


@wrap(KmsBackend, "schedule_key_deletion")
def schedule_key_deletion(original: Any, self: KmsBackend, key_id: str, pending_window_in_days: int) -> Any:
    if not 7 <= pending_window_in_days <= 30:
        raise Refusal(
            "ValidationException", f"PendingWindowInDays must be from 7 to 30, and is {pending_window_in_days}"
        )
    return original(self, self.get_key_id(key_id), pending_window_in_days)
