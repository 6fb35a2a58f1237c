"""A managed policy has at most 6,144 characters, white space not counted.

AWS refuses a longer one with LimitExceeded. moto knows the quota, and does not hold policies to it.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
"""

import re
from typing import Any

from moto.iam.exceptions import LimitExceededException
from moto.iam.models import IAMBackend
from patching import wrap

QUOTA = 6_144


def _check(document: str) -> None:
    if len(re.sub(r"\s", "", document)) > QUOTA:
        raise LimitExceededException(f"Cannot exceed quota for PolicySize: {QUOTA}")


@wrap(IAMBackend, "create_policy")
def create_policy(original: Any, self: IAMBackend, *args: Any, **kwargs: Any) -> Any:
    _check(kwargs["policy_document"] if "policy_document" in kwargs else args[2])
    return original(self, *args, **kwargs)


@wrap(IAMBackend, "create_policy_version")
def create_policy_version(original: Any, self: IAMBackend, policy_arn: str, policy_document: str, *args: Any) -> Any:
    _check(policy_document)
    return original(self, policy_arn, policy_document, *args)
