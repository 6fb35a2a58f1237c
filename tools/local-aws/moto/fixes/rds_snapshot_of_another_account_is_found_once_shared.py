"""A snapshot of another account is found by its ARN once that account has shared it.

moto looks for it among the caller's own.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-share-snapshot.html
"""

from typing import Any

from moto.rds.models import RDSBackend, rds_backends
from patching import wrap


@wrap(RDSBackend, "get_snapshot")
def get_snapshot(
    original: Any, self: RDSBackend, identifier: str, resource_type: Any, not_found_exception: Any
) -> Any:
    account = identifier.split(":")[4] if identifier.startswith("arn") else self.account_id
    if account == self.account_id:
        return original(self, identifier, resource_type, not_found_exception)
    owner = rds_backends[account][identifier.split(":")[3]]
    found = original(owner, identifier, resource_type, not_found_exception)
    if self.account_id not in found.attributes["restore"]:
        raise not_found_exception(identifier)
    return found
