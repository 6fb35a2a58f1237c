"""A backup on demand makes a recovery point: a snapshot of a database, which only AWS Backup deletes.

AWS wants a resource type that the region has opted in to, and a role that it can assume; a job takes its time, and one of a
database cannot be stopped. A vault goes only when it is empty and no job works for it. RDS lists such snapshots by their identifier or
type only, and does not delete them. moto has no jobs, and deletes any vault.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartBackupJob.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StopBackupJob.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DeleteBackupVault.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBClusterSnapshots.html
"""

from typing import Any

from backup_points import (
    CLUSTER,
    INVALID,
    Job,
    checked_role,
    forget,
    jobs,
    keep,
    point_of,
    points,
    rds_of,
    remove_snapshot,
    settings,
    told,
)
from moto.backup.models import BackupBackend, backup_backends
from moto.backup.responses import BackupResponse
from moto.rds.exceptions import InvalidDBClusterSnapshotStateFault, RDSClientError
from moto.rds.models import RDSBackend
from patching import wrap
from service import Refusal, operation

def snapshot(self: BackupResponse, database: str, name: str, tags: dict[str, str]) -> Any:
    rds, identifier = rds_of(self.current_account, database), database.split(":")[-1]
    known = rds.clusters if CLUSTER in database else rds.databases
    if rds.region_name != self.backup_backend.region_name or identifier not in known:
        raise Refusal(INVALID, f"Cannot find a database of this region: {database}")
    both = {each["Key"]: each["Value"] for each in known[identifier].tags or []} | tags
    listed = [{"Key": key, "Value": value} for key, value in both.items()]
    make = rds.create_db_cluster_snapshot if CLUSTER in database else rds.create_db_snapshot
    return make(identifier, name, snapshot_type="awsbackup", tags=listed)


@operation(BackupResponse, "StartBackupJob", invalid=INVALID)
def start(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    vault = self.backup_backend.describe_backup_vault(asked["BackupVaultName"])
    checked_role(self, asked["IamRoleArn"])
    database = asked["ResourceArn"]
    kind = "Aurora" if CLUSTER in database else "RDS"
    if not settings(self.backup_backend)["ResourceTypeOptInPreference"][kind]:
        raise Refusal("InvalidRequestException", f"The region has not opted in to resource type {kind}.")
    job = Job({"ResourceArn": database, "ResourceType": kind}, [vault.backup_vault_arn])
    made = snapshot(self, database, f"awsbackup:job-{job.id}", asked.get("RecoveryPointTags") or {})
    arn = made.db_cluster_snapshot_arn if kind == "Aurora" else made.db_snapshot_arn
    known = {"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn}
    job.told |= {"BackupJobId": job.id, "RecoveryPointArn": arn, "IamRoleArn": asked["IamRoleArn"], **known}
    jobs(self.backup_backend, "backup_jobs")[job.id] = job
    point = {**job.told, "IsEncrypted": made.encrypted, "EncryptionKeyArn": made.kms_key_id, "Job": job}
    keep(vault, {name: value for name, value in point.items() if name != "BackupJobId"})
    return {"BackupJobId": job.id, "CreationDate": job.began}


def found(self: BackupResponse, asked: dict[str, Any]) -> Job:
    known = jobs(self.backup_backend, "backup_jobs")
    if asked["BackupJobId"] not in known:
        raise Refusal("ResourceNotFoundException", f"Cannot find backup job {asked['BackupJobId']}")
    return known[asked["BackupJobId"]]


@operation(BackupResponse, "DescribeBackupJob", invalid=INVALID)
def describe(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return found(self, asked).describe()


@operation(BackupResponse, "ListBackupJobs", invalid=INVALID)
def list_jobs(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    wanted = {"ByState": "State", "ByBackupVaultName": "BackupVaultName", "ByResourceArn": "ResourceArn"}
    told = [job.describe() for job in jobs(self.backup_backend, "backup_jobs").values()]
    return {
        "BackupJobs": [
            job for job in told if all(by not in asked or job[name] == asked[by] for by, name in wanted.items())
        ]
    }


@operation(BackupResponse, "StopBackupJob", invalid=INVALID)
def stop(self: BackupResponse, asked: dict[str, Any]) -> None:
    job = found(self, asked)
    raise Refusal("InvalidRequestException", f"A backup job of {job.told['ResourceType']} cannot be stopped")


@operation(BackupResponse, "ListRecoveryPointsByBackupVault", invalid=INVALID)
def list_points(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    vault = self.backup_backend.describe_backup_vault(asked["BackupVaultName"])
    of = asked.get("ByResourceArn")
    return {"RecoveryPoints": [told(each) for each in points(vault).values() if of in (None, each["ResourceArn"])]}


@operation(BackupResponse, "DescribeRecoveryPoint", invalid=INVALID)
def describe_point(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    vault = self.backup_backend.describe_backup_vault(asked["BackupVaultName"])
    return told(point_of(vault, asked["RecoveryPointArn"]))


@operation(BackupResponse, "DeleteRecoveryPoint", invalid=INVALID)
def delete_point(self: BackupResponse, asked: dict[str, Any]) -> None:
    vault = self.backup_backend.describe_backup_vault(asked["BackupVaultName"])
    arn = asked["RecoveryPointArn"]
    if point_of(vault, arn)["Job"].state == "RUNNING":
        raise Refusal("InvalidResourceStateException", f"Recovery point {arn} is still being made")
    remove_snapshot(self.current_account, arn)
    forget(vault, arn)


def working_for(account: str, vault: str) -> list[Job]:
    known = [jobs(each, kind) for each in backup_backends[account].values() for kind in ("backup_jobs", "copy_jobs")]
    return [job for each in known for job in each.values() if vault in job.vaults and job.state == "RUNNING"]


@wrap(BackupBackend, "delete_backup_vault")
def delete_vault(original: Any, self: BackupBackend, backup_vault_name: str) -> None:
    vault = self.vaults.get(backup_vault_name)
    if vault is not None and working_for(self.account_id, vault.backup_vault_arn):
        raise Refusal("InvalidRequestException", "Backup vault cannot be deleted because jobs work for it")
    if vault is not None and points(vault):
        message = "Backup vault cannot be deleted because it contains recovery points"
        raise Refusal("InvalidRequestException", message)
    original(self, backup_vault_name)


def own(identifier: str | None) -> bool:
    return (identifier or "").split("snapshot:")[-1].startswith("awsbackup:")


@wrap(RDSBackend, "describe_db_cluster_snapshots")
def describe_clusters(
    original: Any,
    self: RDSBackend,
    db_cluster_identifier: str | None,
    db_snapshot_identifier: str | None,
    snapshot_type: str | None = None,
    filters: Any = None,
) -> list[Any]:
    kind = snapshot_type or ("awsbackup" if own(db_snapshot_identifier) else None)
    found = original(self, db_cluster_identifier, db_snapshot_identifier, kind, filters)
    return found if kind or db_snapshot_identifier else others(found)


@wrap(RDSBackend, "describe_db_snapshots")
def describe_instances(
    original: Any,
    self: RDSBackend,
    db_instance_identifier: str | None,
    db_snapshot_identifier: str | None = None,
    snapshot_type: str | None = None,
    filters: Any = None,
) -> list[Any]:
    kind = snapshot_type or ("awsbackup" if own(db_snapshot_identifier) else None)
    found = original(self, db_instance_identifier, db_snapshot_identifier, kind, filters)
    return found if kind or db_snapshot_identifier else others(found)


def others(found: list[Any]) -> list[Any]:
    return [each for each in found if each.snapshot_type != "awsbackup"]


@wrap(RDSBackend, "delete_db_cluster_snapshot")
def delete_cluster_snapshot(original: Any, self: RDSBackend, db_snapshot_identifier: str) -> Any:
    if own(db_snapshot_identifier):
        message = f"{db_snapshot_identifier} is managed by AWS Backup: delete its recovery point."
        raise InvalidDBClusterSnapshotStateFault(message)
    return original(self, db_snapshot_identifier)


@wrap(RDSBackend, "delete_db_snapshot")
def delete_instance_snapshot(original: Any, self: RDSBackend, db_snapshot_identifier: str) -> Any:
    if own(db_snapshot_identifier):
        message = f"{db_snapshot_identifier} is managed by AWS Backup: delete its recovery point."
        raise RDSClientError("InvalidDBSnapshotState", message)
    return original(self, db_snapshot_identifier)
