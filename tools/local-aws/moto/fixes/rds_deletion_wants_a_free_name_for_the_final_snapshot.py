"""Deleting an instance says what becomes of its data; a final snapshot of a name that is taken stops a deletion.

AWS wants FinalDBSnapshotIdentifier or SkipFinalSnapshot for an instance outside of a cluster, and refuses before it
deletes anything. moto asks for nothing, and deletes a cluster's managed secret before it finds the name taken.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html
"""

from typing import Any

from moto.rds.exceptions import (
    DBClusterSnapshotAlreadyExistsError,
    DBSnapshotAlreadyExistsError,
    InvalidParameterCombination,
)
from moto.rds.models import RDSBackend
from patching import wrap


@wrap(RDSBackend, "delete_db_instance")
def delete_db_instance(
    original: Any,
    self: RDSBackend,
    db_instance_identifier: str,
    final_db_snapshot_identifier: str | None = None,
    skip_final_snapshot: bool | None = False,
    **kwargs: Any,
) -> Any:
    instance = self.databases.get(db_instance_identifier)
    if instance is not None and not instance.db_cluster_identifier and not instance.is_replica:
        if bool(skip_final_snapshot) == bool(final_db_snapshot_identifier):
            raise InvalidParameterCombination(
                "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified, and not both."
            )
        if final_db_snapshot_identifier and final_db_snapshot_identifier in self.database_snapshots:
            raise DBSnapshotAlreadyExistsError(final_db_snapshot_identifier)
    return original(
        self,
        db_instance_identifier,
        final_db_snapshot_identifier=final_db_snapshot_identifier,
        skip_final_snapshot=skip_final_snapshot,
        **kwargs,
    )


@wrap(RDSBackend, "delete_db_cluster")
def delete_db_cluster(
    original: Any, self: RDSBackend, cluster_identifier: str, snapshot_name: str | None = None
) -> Any:
    if snapshot_name and snapshot_name in self.cluster_snapshots:
        raise DBClusterSnapshotAlreadyExistsError(snapshot_name)
    return original(self, cluster_identifier, snapshot_name)
