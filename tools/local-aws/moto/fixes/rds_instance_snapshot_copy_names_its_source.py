"""A copied instance snapshot names its source, and is encrypted with a key of its own region.

AWS reports SourceDBSnapshotIdentifier (an ARN) and SourceRegion, and wants a key of the target region for the copy of an
encrypted snapshot. moto forgets the source and takes none.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBSnapshot, RDSBackend
from patching import add, wrap

add(DBSnapshot, "source_db_snapshot_identifier")(None)
add(DBSnapshot, "source_region")(None)


@wrap(RDSBackend, "copy_db_snapshot")
def copy_db_snapshot(
    original: Any,
    self: RDSBackend,
    source_db_snapshot_identifier: str,
    target_db_snapshot_identifier: str,
    kms_key_id: str | None = None,
    **kwargs: Any,
) -> DBSnapshot:
    source = self.get_db_snapshot(source_db_snapshot_identifier)
    if source.encrypted and source.region != self.region_name and not kms_key_id:
        raise InvalidParameterCombination(
            "To copy an encrypted DB snapshot to another region, specify a KMS key of the destination region."
        )
    snapshot = original(
        self, source_db_snapshot_identifier, target_db_snapshot_identifier, kms_key_id=kms_key_id, **kwargs
    )
    snapshot.source_db_snapshot_identifier = source.db_snapshot_arn
    snapshot.source_region = source.region
    return snapshot
