"""A restore job makes a database from a recovery point: what RDS restores from its snapshot, with the metadata as arguments.

AWS wants a new identifier, a role that it can assume, and only metadata that the restore takes; lists are JSON. What RDS
refuses, such as an identifier that is taken, fails the job with RDS's message. A restored cluster has no instances. moto
has no jobs.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartRestoreJob.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-aur.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-rds.html
"""

import json
from typing import Any

from backup_points import INVALID, Job, checked_role, jobs, point_of, points, rds_of, snapshots
from botocore import xform_name
from moto.backup.responses import BackupResponse
from moto.core.exceptions import ServiceException
from moto.core.utils import get_service_model
from service import Refusal, operation

# By resource type: RDS's operation, what it names the snapshot, and what must be said.
RESTORES = {
    "Aurora": ("RestoreDBClusterFromSnapshot", "SnapshotIdentifier", ("DBClusterIdentifier", "Engine")),
    "RDS": ("RestoreDBInstanceFromDBSnapshot", "DBSnapshotIdentifier", ("DBInstanceIdentifier",)),
}
# What is told of the database as it was backed up, by moto's name; the identifier of a new one is not among it.
TOLD = {
    "Engine": "engine",
    "EngineVersion": "engine_version",
    "Port": "port",
    "DatabaseName": "database_name",
    "DBName": "db_name",
    "DBInstanceClass": "db_instance_class",
    "StorageType": "storage_type",
    "LicenseModel": "license_model",
    "MultiAZ": "multi_az",
    "PubliclyAccessible": "publicly_accessible",
    "AutoMinorVersionUpgrade": "auto_minor_version_upgrade",
    "CopyTagsToSnapshot": "copy_tags_to_snapshot",
    "DeletionProtection": "deletion_protection",
    "VpcSecurityGroupIds": "vpc_security_group_ids",
    "DBClusterParameterGroupName": "parameter_group",
    "DBParameterGroupName": "db_parameter_group_name",
    "EnableCloudwatchLogsExports": "enabled_cloudwatch_logs_exports",
}


def parameters(kind: str) -> dict[str, Any]:
    """What the restore takes besides the snapshot, by name."""
    name, snapshot, _ = RESTORES[kind]
    members = get_service_model("rds").operation_model(name).input_shape.members
    return {key: shape for key, shape in members.items() if key != snapshot}


def value(name: str, said: str, shape: Any) -> Any:
    try:
        if shape.type_name == "boolean":
            return {"true": True, "false": False}[said.lower()]
        if shape.type_name == "integer":
            return int(said)
        return json.loads(said) if shape.type_name in ("list", "structure") else said
    except (KeyError, ValueError) as error:
        raise Refusal(INVALID, f"Metadata {name} is no {shape.type_name}: {said}") from error


def arguments(kind: str, metadata: dict[str, str]) -> dict[str, Any]:
    """The metadata as RDS takes it. AWS writes a name with a capital or without."""
    known = {name.lower(): name for name in parameters(kind)}
    for said in metadata:
        if said.lower() not in known:
            raise Refusal(INVALID, f"Metadata {said} is none of a restore of {kind}")
    named = {known[said.lower()]: text for said, text in metadata.items()}
    for required in RESTORES[kind][2]:
        if not named.get(required):
            raise Refusal(INVALID, f"Metadata {required} is missing")
    return {name: value(name, text, parameters(kind)[name]) for name, text in named.items() if text != ""}


def found_point(self: BackupResponse, arn: str) -> dict[str, Any]:
    for vault in self.backup_backend.vaults.values():
        if arn in points(vault):
            return points(vault)[arn]
    raise Refusal("ResourceNotFoundException", f"Cannot find recovery point {arn}")


def snapshot_of(self: BackupResponse, arn: str) -> Any:
    return snapshots(rds_of(self.current_account, arn), arn)[arn.split("snapshot:")[1]]


@operation(BackupResponse, "GetRecoveryPointRestoreMetadata", invalid=INVALID)
def metadata(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    vault = self.backup_backend.describe_backup_vault(asked["BackupVaultName"])
    point = point_of(vault, asked["RecoveryPointArn"])
    snapshot, kind = snapshot_of(self, point["RecoveryPointArn"]), point["ResourceType"]
    source = snapshot.cluster if kind == "Aurora" else snapshot.database
    group = source.db_subnet_group_name if kind == "Aurora" else source._db_subnet_group_name
    shown = {"DBSubnetGroupName": group, "KmsKeyId": snapshot.kms_key_id}
    shown |= {name: getattr(source, own) for name, own in TOLD.items() if hasattr(source, own)}
    wanted = parameters(kind)
    return {
        **{"BackupVaultArn": vault.backup_vault_arn, "RecoveryPointArn": asked["RecoveryPointArn"], "ResourceType": kind},
        "RestoreMetadata": {name: text(it) for name, it in shown.items() if name in wanted and it is not None},
    }


def text(it: Any) -> str:
    return it if isinstance(it, str) else json.dumps(it)


@operation(BackupResponse, "StartRestoreJob", invalid=INVALID)
def start(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    arn = asked["RecoveryPointArn"]
    point = found_point(self, arn)
    kind, token = point["ResourceType"], asked.get("IdempotencyToken")
    known = jobs(self.backup_backend, "restore_jobs")
    again = next((job for job in known.values() if token and job.token == token), None)
    if again is not None:
        return {"RestoreJobId": again.id}
    if asked.get("ResourceType", kind) != kind:
        raise Refusal(INVALID, f"Recovery point {arn} is one of {kind}")
    if "IamRoleArn" not in asked:
        raise Refusal("MissingParameterValueException", "IamRoleArn is missing: AWS Backup restores as that role")
    checked_role(self, asked["IamRoleArn"])
    if point["Job"].state != "COMPLETED":
        raise Refusal("InvalidRequestException", "A recovery point that is still being made cannot be restored")
    given = arguments(kind, asked["Metadata"])
    if asked.get("CopySourceTagsToRestoredResource"):
        given["Tags"] = snapshot_of(self, arn).tags
    job = Job({"RecoveryPointArn": arn, "IamRoleArn": asked["IamRoleArn"], "ResourceType": kind}, [], token=token)
    job.told |= {"BackupVaultArn": point["BackupVaultArn"], "SourceResourceArn": point["ResourceArn"]}
    rds = rds_of(self.current_account, arn)
    restore = rds.restore_db_cluster_from_snapshot if kind == "Aurora" else rds.restore_db_instance_from_db_snapshot
    try:
        made = restore(arn, {xform_name(name): it for name, it in given.items()})
        job.told["CreatedResourceArn"] = made.arn
    except ServiceException as error:
        job.told["StatusMessage"] = error.message
    known[job.id] = job
    return {"RestoreJobId": job.id}


def described(self: BackupResponse, job: Job) -> dict[str, Any]:
    """RDS's refusal is told at once, what it makes once that stands."""
    told = job.describe()
    state = told.pop("State")
    if "StatusMessage" in told:
        state = "FAILED"
    elif state == "RUNNING":
        told.pop("CreatedResourceArn")
    return {**told, "RestoreJobId": job.id, "AccountId": self.current_account, "Status": state}


@operation(BackupResponse, "DescribeRestoreJob", invalid=INVALID)
def describe(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    known = jobs(self.backup_backend, "restore_jobs")
    if asked["RestoreJobId"] not in known:
        raise Refusal("ResourceNotFoundException", f"Cannot find restore job {asked['RestoreJobId']}")
    return described(self, known[asked["RestoreJobId"]])


@operation(BackupResponse, "ListRestoreJobs", invalid=INVALID)
def list_jobs(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    wanted = {"ByStatus": "Status", "ByResourceType": "ResourceType", "ByAccountId": "AccountId"}
    told = [described(self, job) for job in jobs(self.backup_backend, "restore_jobs").values()]
    return {
        "RestoreJobs": [
            job for job in told if all(by not in asked or job[name] == asked[by] for by, name in wanted.items())
        ]
    }
