"""Shield Advanced protects nothing in an account that has not subscribed to it.

AWS refuses the protection. moto takes it.
https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html
"""

from typing import Any

from moto.shield.models import ShieldBackend
from patching import wrap
from service import Refusal


@wrap(ShieldBackend, "create_protection")
def create_protection(original: Any, self: ShieldBackend, *args: Any, **kwargs: Any) -> Any:
    if self.subscription is None:
        raise Refusal("ResourceNotFoundException", "The subscription does not exist.")
    return original(self, *args, **kwargs)
