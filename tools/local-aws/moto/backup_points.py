"""What AWS Backup works with: what a region has opted in to, roles, jobs, and recovery points with their snapshots in RDS."""

from dataclasses import dataclass, field
from time import time
from typing import Any

from moto.backup.models import BackupBackend, Vault
from moto.backup.responses import BackupResponse
from moto.iam.models import iam_backends
from moto.moto_api._internal import mock_random
from moto.rds.models import RDSBackend, rds_backends
from policy import names_action, principals, statements
from service import Refusal

INVALID = "InvalidParameterValueException"
OUT = ("Aurora", "CloudFormation", "DocumentDB", "FSx", "Neptune", "SAP HANA on Amazon EC2", "Storage Gateway")
IN = ("DynamoDB", "EBS", "EC2", "EFS", "RDS", "Redshift", "S3", "VirtualMachine")
MANAGED = {"CloudFormation": True, "DynamoDB": False, "EFS": True}
# Long enough that what AWS refuses while a job runs can be seen to be refused.
SECONDS = 2.0
CLUSTER = ":cluster:"


@dataclass
class Job:
    """A backup, a copy or a restore: it ends by itself."""

    told: dict[str, Any]
    vaults: list[str]
    failure: str | None = None
    id: str = field(default_factory=lambda: str(mock_random.uuid4()))
    began: float = field(default_factory=time)
    token: str | None = None

    @property
    def state(self) -> str:
        if time() < self.began + SECONDS:
            return "RUNNING"
        return "COMPLETED" if self.failure is None else "FAILED"

    def describe(self) -> dict[str, Any]:
        ended = {} if self.state == "RUNNING" else {"CompletionDate": self.began + SECONDS}
        why = {"StatusMessage": self.failure} if ended and self.failure is not None else {}
        return {**self.told, "State": self.state, "CreationDate": self.began, **ended, **why}


def jobs(backend: BackupBackend, kind: str) -> dict[str, Job]:
    return vars(backend).setdefault(kind, {})


def points(vault: Vault) -> dict[str, dict[str, Any]]:
    return vars(vault).setdefault("points", {})


def keep(vault: Vault, point: dict[str, Any]) -> None:
    points(vault)[point["RecoveryPointArn"]] = point
    vault.num_of_recovery_points = len(points(vault))


def forget(vault: Vault, arn: str) -> None:
    del points(vault)[arn]
    vault.num_of_recovery_points = len(points(vault))


def point_of(vault: Vault, arn: str) -> dict[str, Any]:
    if arn not in points(vault):
        raise Refusal("ResourceNotFoundException", f"Cannot find recovery point {arn}")
    return points(vault)[arn]


def rds_of(account: str, arn: str) -> RDSBackend:
    return rds_backends[account][arn.split(":")[3]]


def snapshots(rds: RDSBackend, arn: str) -> dict[str, Any]:
    """The snapshots of RDS among which that of an ARN, a database's or its own, is."""
    return rds.cluster_snapshots if ":cluster" in arn else rds.database_snapshots


def remove_snapshot(account: str, arn: str) -> None:
    rds = rds_of(account, arn)
    snapshots(rds, arn).pop(arn.split("snapshot:")[1], None)


def told(point: dict[str, Any]) -> dict[str, Any]:
    job = point["Job"]
    status = "COMPLETED" if job.state == "COMPLETED" else "CREATING"
    dates = {"CreationDate": point.get("CreationDate", job.began)}
    return {**{name: value for name, value in point.items() if name != "Job"}, **dates, "Status": status}


def settings(backend: BackupBackend) -> dict[str, dict[str, bool]]:
    known = {
        "ResourceTypeOptInPreference": {**dict.fromkeys(OUT, False), **dict.fromkeys(IN, True)},
        "ResourceTypeManagementPreference": dict(MANAGED),
    }
    return vars(backend).setdefault("region_settings", known)


def trusts_backup(self: BackupResponse, arn: str) -> bool:
    roles = iam_backends[self.current_account][self.partition].roles.values()
    role = next((each for each in roles if each.arn == arn), None)
    return role is not None and any(
        statement["Effect"] == "Allow"
        and names_action(statement, "sts:AssumeRole")
        and "backup.amazonaws.com" in principals(statement, "Service")
        for statement in statements(role.assume_role_policy_document)
    )


def checked_role(self: BackupResponse, arn: str) -> None:
    if not trusts_backup(self, arn):
        raise Refusal(INVALID, f"IAM Role {arn} cannot be assumed by AWS Backup")
