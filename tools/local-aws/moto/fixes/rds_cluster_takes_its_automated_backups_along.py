"""Deleting a cluster deletes its automated snapshots, and says what becomes of its data.

AWS keeps manual snapshots only (unless told to keep the automated ones), and wants either a final snapshot or an
explicit SkipFinalSnapshot. moto leaves the automated snapshots behind and asks for nothing.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse
from patching import wrap


@wrap(RDSResponse, "delete_db_cluster")
def answer_delete_db_cluster(original: Any, self: RDSResponse) -> Any:
    skipped, final = self.params.get("SkipFinalSnapshot"), self.params.get("FinalDBSnapshotIdentifier")
    if bool(skipped) == bool(final):
        raise InvalidParameterCombination(
            "Either FinalDBSnapshotIdentifier must be given, or SkipFinalSnapshot must be true, and not both."
        )
    return original(self)


@wrap(RDSBackend, "delete_db_cluster")
def delete_db_cluster(
    original: Any, self: RDSBackend, cluster_identifier: str, snapshot_name: str | None = None
) -> Any:
    deleted = original(self, cluster_identifier, snapshot_name)
    for name, snapshot in list(self.cluster_snapshots.items()):
        if snapshot.snapshot_type == "automated" and snapshot.db_cluster_identifier == deleted.db_cluster_identifier:
            del self.cluster_snapshots[name]
    return deleted
