"""A key policy has at most 32 KB.

AWS refuses a longer one with LimitExceededException. moto takes any.
https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
"""

from typing import Any

from moto.kms.models import KmsBackend
from patching import wrap
from service import Refusal

QUOTA = 32 * 1024


def _check(policy: str | None) -> None:
    if len((policy or "").encode()) > QUOTA:
        raise Refusal("LimitExceededException", f"The key policy has more than {QUOTA} bytes")


@wrap(KmsBackend, "create_key")
def create_key(original: Any, self: KmsBackend, policy: str, *args: Any, **kwargs: Any) -> Any:
    _check(policy)
    return original(self, policy, *args, **kwargs)


@wrap(KmsBackend, "put_key_policy")
def put_key_policy(original: Any, self: KmsBackend, key_id: str, policy: str) -> Any:
    _check(policy)
    return original(self, key_id, policy)
