"""A key that AWS keeps for a service (alias/aws/...) is managed by AWS.

AWS tells KeyManager AWS, so nobody takes it for a key of their own. moto tells CUSTOMER.
https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-cmk
"""

from typing import Any

from moto.kms.models import KmsBackend
from patching import wrap


@wrap(KmsBackend, "_generate_default_keys")
def generate_default_keys(original: Any, self: KmsBackend, alias_name: str) -> str | None:
    key_id = original(self, alias_name)
    if key_id is not None:
        self.keys[key_id].key_manager = "AWS"
    return key_id
