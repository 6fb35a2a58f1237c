"""RestoreDBClusterFromSnapshot takes data and key from the snapshot, and every other setting from the request.

On AWS the snapshot may be named by identifier or ARN in its own region; master user, database, port, retention and
encryption come from it; protection, tags, groups, log exports, IAM login and password management do not, and the
zones are those of the new cluster; its version may be newer, but no earlier one. moto copies all of the lost cluster, its
zones and managed secret included, takes any version, and does not know a snapshot by ARN.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBClusterFromSnapshot.html
https://github.com/aws-samples/redcap-on-aws/issues/99
"""

import secrets
from typing import Any

from moto.rds.exceptions import DBClusterSnapshotNotFoundError, InvalidParameterCombination
from moto.rds.models import DBCluster, DBClusterSnapshot, RDSBackend
from patching import wrap
from versions import parts

FROM_SNAPSHOT = ("engine_version", "database_name", "port", "backup_retention_period", "storage_type")


def find(backend: RDSBackend, identifier: str) -> DBClusterSnapshot:
    for snapshot in backend.cluster_snapshots.values():
        if identifier in (snapshot.db_cluster_snapshot_arn, snapshot.db_cluster_snapshot_identifier):
            return snapshot
    raise DBClusterSnapshotNotFoundError(identifier)


@wrap(RDSBackend, "restore_db_cluster_from_snapshot")
def restore_db_cluster_from_snapshot(
    _: Any, self: RDSBackend, from_snapshot_id: str, overrides: dict[str, Any]
) -> DBCluster:
    snapshot = find(self, from_snapshot_id)
    source = snapshot.cluster
    if overrides["engine"] != snapshot.engine:
        raise InvalidParameterCombination(
            f"The engine {overrides['engine']} does not match the engine {snapshot.engine} of the snapshot."
        )
    asked = {key: value for key, value in overrides.items() if key != "snapshot_identifier" and value is not None}
    version = asked.get("engine_version", snapshot.engine_version)
    if snapshot.engine == "aurora-postgresql" and parts(version) < parts(snapshot.engine_version):
        raise InvalidParameterCombination(
            f"The engine version you requested for your restored DB cluster ({version}) is earlier than the engine "
            f"version of the DB cluster snapshot ({snapshot.engine_version})."
        )
    properties: dict[str, Any] = {name: getattr(source, name) for name in FROM_SNAPSHOT}
    properties |= asked
    properties["master_username"] = source.master_username
    # Whatever the password was, nobody can read it back: only its presence matters.
    properties["master_user_password"] = secrets.token_urlsafe(21)
    properties["storage_encrypted"] = snapshot.encrypted or "kms_key_id" in asked
    if properties["storage_encrypted"]:
        properties["kms_key_id"] = asked.get("kms_key_id") or snapshot.kms_key_id
    return self.create_db_cluster(properties)
