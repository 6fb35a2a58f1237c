"""The name of a role has at most 64 characters.

AWS refuses a longer one with ValidationError. moto takes it.
https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
"""

from typing import Any

from moto.iam.exceptions import ValidationError
from moto.iam.models import IAMBackend
from patching import wrap


@wrap(IAMBackend, "create_role")
def create_role(original: Any, self: IAMBackend, role_name: str, *args: Any, **kwargs: Any) -> Any:
    if len(role_name) > 64:
        raise ValidationError(
            f"1 validation error detected: Value '{role_name}' at 'roleName' failed to satisfy constraint: "
            "Member must have length less than or equal to 64"
        )
    return original(self, role_name, *args, **kwargs)
