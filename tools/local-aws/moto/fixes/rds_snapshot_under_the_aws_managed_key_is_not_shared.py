"""A snapshot that is encrypted under aws/rds cannot be shared with another account; no other account can use its key.

AWS refuses it, for instances and clusters, and refuses to make an encrypted snapshot public. moto shares any snapshot.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/share-encrypted-snapshot.html
"""

from typing import Any

from moto.rds.exceptions import InvalidDBClusterSnapshotStateFault, RDSClientError
from moto.rds.models import DBClusterSnapshot, DBSnapshot, SnapshotAttributesMixin
from patching import wrap


def refuse(snapshot: Any, why: str) -> None:
    if isinstance(snapshot, DBClusterSnapshot):
        raise InvalidDBClusterSnapshotStateFault(why)
    raise RDSClientError("InvalidDBSnapshotState", why)


@wrap(SnapshotAttributesMixin, "modify_attribute")
def modify_attribute(
    original: Any,
    self: DBSnapshot | DBClusterSnapshot,
    attribute_name: str,
    values_to_add: list[str] | None,
    values_to_remove: list[str] | None,
) -> None:
    if values_to_add and self.encrypted:
        if "all" in values_to_add:
            refuse(self, "An encrypted snapshot cannot be made public.")
        if self.backend.kms.describe_key(self.kms_key_id).key_manager == "AWS":
            refuse(self, "A snapshot that is encrypted with the default key of RDS cannot be shared.")
    original(self, attribute_name, values_to_add, values_to_remove)
