"""RestoreDBInstanceFromDBSnapshot takes data, size and key from the snapshot, and every other setting from the request.

On AWS the snapshot may be named by identifier or ARN in its own region; protection, tags, groups, log exports, IAM login
and password management do not come from it, nor can the key be chosen. moto copies all of the lost instance, its zone and
managed secret included, overrides nothing with a "no", and takes a snapshot of another region by the same name.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RestoreDBInstanceFromDBSnapshot.html
"""

import secrets
from typing import Any

from moto.rds.exceptions import DBSnapshotNotFoundFault, InvalidParameterCombination, InvalidParameterValue
from moto.rds.models import DBInstance, DBSnapshot, RDSBackend
from patching import wrap

FROM_SNAPSHOT = (
    "db_instance_class",
    "engine",
    "engine_version",
    "db_name",
    "port",
    "allocated_storage",
    "iops",
    "storage_type",
    "license_model",
    "backup_retention_period",
    "preferred_backup_window",
    "preferred_maintenance_window",
)


def find(backend: RDSBackend, identifier: str) -> DBSnapshot:
    for snapshot in backend.database_snapshots.values():
        if identifier in (snapshot.db_snapshot_arn, snapshot.db_snapshot_identifier):
            return snapshot
    raise DBSnapshotNotFoundFault(identifier)


@wrap(RDSBackend, "restore_db_instance_from_db_snapshot")
def restore_db_instance_from_db_snapshot(
    _: Any, self: RDSBackend, from_snapshot_id: str, overrides: dict[str, Any]
) -> DBInstance:
    snapshot = find(self, from_snapshot_id)
    source = snapshot.database
    asked = {name: value for name, value in overrides.items() if name != "db_snapshot_identifier" and value is not None}
    if asked.get("engine", snapshot.engine) != snapshot.engine:
        raise InvalidParameterCombination(
            f"The engine {asked['engine']} does not match the engine {snapshot.engine} of the snapshot."
        )
    if asked.get("allocated_storage", snapshot.allocated_storage) < snapshot.allocated_storage:
        raise InvalidParameterValue(
            "The allocated storage size can't be less than the source snapshot or backup size."
        )
    properties: dict[str, Any] = {name: getattr(source, name) for name in FROM_SNAPSHOT} | asked
    if properties["storage_type"] == "gp3":
        properties.pop("iops")  # what its size brings along
    properties["master_username"] = source.master_username
    # Whatever the password was, nobody can read it back: only its presence matters.
    properties["master_user_password"] = secrets.token_urlsafe(21)
    properties["storage_encrypted"] = snapshot.encrypted
    properties["kms_key_id"] = snapshot.kms_key_id if snapshot.encrypted else None
    return self.create_db_instance(properties)
