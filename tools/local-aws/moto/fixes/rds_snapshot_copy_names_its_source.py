"""A copied cluster snapshot names its source, and is encrypted with a key of its own region.

AWS reports SourceDBClusterSnapshotArn; a copy of an encrypted snapshot into another region needs a key of that
region, and an unencrypted snapshot cannot be encrypted by copying it. moto forgets the source and takes any key.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBClusterSnapshot.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBClusterSnapshot, RDSBackend
from patching import add, wrap

add(DBClusterSnapshot, "source_db_cluster_snapshot_arn")(None)
add(DBClusterSnapshot, "db_cluster_resource_id")(property(lambda self: self.cluster.db_cluster_resource_id))


@wrap(RDSBackend, "copy_db_cluster_snapshot")
def copy_db_cluster_snapshot(
    original: Any,
    self: RDSBackend,
    source_db_cluster_snapshot_identifier: str,
    target_db_cluster_snapshot_identifier: str,
    kms_key_id: str | None = None,
    **kwargs: Any,
) -> DBClusterSnapshot:
    source = self.get_db_cluster_snapshot(source_db_cluster_snapshot_identifier)
    if source.encrypted and source.region != self.region_name and not kms_key_id:
        raise InvalidParameterCombination(
            "To copy an encrypted DB cluster snapshot to another region, specify a KMS key of the destination region."
        )
    if kms_key_id and not source.encrypted:
        raise InvalidParameterCombination("An unencrypted DB cluster snapshot cannot be copied as an encrypted one.")
    snapshot = original(
        self,
        source_db_cluster_snapshot_identifier,
        target_db_cluster_snapshot_identifier,
        kms_key_id=kms_key_id,
        **kwargs,
    )
    snapshot.source_db_cluster_snapshot_arn = source.db_cluster_snapshot_arn
    return snapshot
