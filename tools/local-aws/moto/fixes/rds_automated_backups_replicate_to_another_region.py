"""The automated backups of an instance can be replicated into another region, under a key there.

StartDBInstanceAutomatedBackupsReplication is asked of the region that keeps them: once for an instance, which has
automated backups itself. The target then describes them as replicating, for as long as the instance exists; stopped, they
stay as long as they are kept. moto lacks both operations, and describes snapshots instead, without ARN.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/AutomatedBackups.Replicating.html
"""

import secrets
from typing import Any

from moto.core.utils import utcnow
from moto.rds.exceptions import DBInstanceNotFoundError, InvalidParameterCombination, RDSClientError
from moto.rds.models import DBInstance, RDSBackend, rds_backends
from moto.rds.responses import RDSResponse
from moto.utilities.utils import get_partition
from patching import add, wrap
from service import operation

add(RDSBackend, "replicated_backups")(None)


class ReplicatedBackup:
    """What the target region keeps of an instance of another region."""

    def __init__(self, backend: RDSBackend, source: DBInstance, days: int, key: str | None, tags: Any) -> None:
        home = f"arn:{get_partition(backend.region_name)}:rds:{backend.region_name}:{backend.account_id}"
        self.db_instance_automated_backups_arn = f"{home}:auto-backup:ab-{secrets.token_hex(16)}"
        self.source, self.region = source, source.region
        self.db_instance_arn, self.dbi_resource_id = source.db_instance_arn, source.dbi_resource_id
        self.db_instance_identifier = source.db_instance_identifier
        self.engine, self.engine_version = source.engine, source.engine_version
        self.allocated_storage, self.master_username = source.allocated_storage, source.master_username
        self.encrypted, self.kms_key_id, self.backup_retention_period = source.storage_encrypted, key, days
        self.restore_window = {"EarliestTime": utcnow(), "LatestTime": utcnow()}
        self.tag_list = tags or []
        self.stopped = False

    @property
    def status(self) -> str:
        alive = self.source.db_instance_identifier in self.source.backend.databases
        return "retained" if self.stopped or not alive else "replicating"


def kept(backend: RDSBackend) -> list[ReplicatedBackup]:
    if backend.replicated_backups is None:
        backend.replicated_backups = []
    return backend.replicated_backups


def running(backend: RDSBackend, arn: str) -> ReplicatedBackup | None:
    return next((each for each in kept(backend) if each.db_instance_arn == arn and each.status == "replicating"), None)


def source_of(backend: RDSBackend, arn: str) -> DBInstance:
    for region in rds_backends[backend.account_id].values():
        for instance in region.databases.values():
            if instance.db_instance_arn == arn:
                return instance
    raise DBInstanceNotFoundError(arn.split(":")[-1])


@operation(RDSResponse, "StartDBInstanceAutomatedBackupsReplication")
def start(self: RDSResponse, asked: dict[str, Any]) -> dict[str, Any]:
    backend, arn, key = self.backend, asked["SourceDBInstanceArn"], asked.get("KmsKeyId")
    source = source_of(backend, arn)
    if source.region == backend.region_name:
        raise InvalidParameterCombination("Automated backups are replicated into another region than the instance's.")
    if not source.backup_retention_period:
        raise RDSClientError("InvalidDBInstanceState", f"{arn} has no automated backups to replicate.")
    if running(backend, arn):
        raise RDSClientError("InvalidDBInstanceState", f"The automated backups of {arn} are replicated already.")
    if source.storage_encrypted and not key:
        raise InvalidParameterCombination("An encrypted instance needs a KMS key of the target region (KmsKeyId).")
    validated = backend._validate_kms_key(key) if key else None
    backup = ReplicatedBackup(backend, source, asked.get("BackupRetentionPeriod", 7), validated, asked.get("Tags"))
    kept(backend).append(backup)
    return {"DBInstanceAutomatedBackup": backup}


@operation(RDSResponse, "StopDBInstanceAutomatedBackupsReplication")
def stop(self: RDSResponse, asked: dict[str, Any]) -> dict[str, Any]:
    backup = running(self.backend, asked["SourceDBInstanceArn"])
    if backup is None:
        raise DBInstanceNotFoundError(asked["SourceDBInstanceArn"].split(":")[-1])
    backup.stopped = True
    return {"DBInstanceAutomatedBackup": backup}


@operation(RDSResponse, "DeleteDBInstanceAutomatedBackup")
def delete(self: RDSResponse, asked: dict[str, Any]) -> dict[str, Any]:
    backup = found(self.backend, asked.get("DBInstanceAutomatedBackupsArn"))
    kept(self.backend).remove(backup)
    return {"DBInstanceAutomatedBackup": backup}


def found(backend: RDSBackend, arn: str | None) -> ReplicatedBackup:
    for each in kept(backend):
        if each.db_instance_automated_backups_arn == arn:
            return each
    raise RDSClientError("DBInstanceAutomatedBackupNotFound", f"Automated backup {arn} not found.")


def replications(self: DBInstance) -> list[dict[str, str]]:
    regions = rds_backends[self.account_id].values()
    backups = [running(region, self.db_instance_arn) for region in regions]
    return [{"DBInstanceAutomatedBackupsArn": each.db_instance_automated_backups_arn} for each in backups if each]


add(DBInstance, "db_instance_automated_backups_replications")(property(replications))


@wrap(RDSBackend, "describe_db_instance_automated_backups")
def describe(original: Any, self: RDSBackend, db_instance_identifier: str | None = None, **asked: Any) -> list[Any]:
    arn = asked.get("db_instance_automated_backups_arn")
    if arn:
        return [found(self, arn)]
    replicated = [each for each in kept(self) if db_instance_identifier in (None, each.db_instance_identifier)]
    return [*original(self, db_instance_identifier, **asked), *replicated]
