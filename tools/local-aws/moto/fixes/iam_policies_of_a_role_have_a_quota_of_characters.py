"""The inline policies of a role have 10,240 characters together, white space not counted.

AWS refuses more with LimitExceeded. moto knows the quota, and does not hold policies to it.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
"""

import re
from typing import Any

from moto.iam.exceptions import LimitExceededException
from moto.iam.models import IAMBackend
from patching import wrap

QUOTA = 10_240


@wrap(IAMBackend, "put_role_policy")
def put_role_policy(original: Any, self: IAMBackend, role_name: str, policy_name: str, policy_json: str) -> Any:
    others = [text for name, text in self.get_role(role_name).policies.items() if name != policy_name]
    if sum(_size(text) for text in [*others, policy_json]) > QUOTA:
        raise LimitExceededException(f"Maximum policy size of {QUOTA} bytes exceeded for role {role_name}")
    return original(self, role_name, policy_name, policy_json)


def _size(document: str) -> int:
    return len(re.sub(r"\s", "", document))
