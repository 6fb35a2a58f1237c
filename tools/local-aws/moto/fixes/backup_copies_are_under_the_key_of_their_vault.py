"""A copy job copies a recovery point into another vault, in whichever region, where it is encrypted with the vault's key.

The job is one of the region that is copied from. The copy bears the date of its source. It fails where the key of its source
may not be used from the other region; into a vault of another account, where that or the organization does not allow it.
moto has no such jobs.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartCopyJob.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
"""

from typing import Any

from backup_accounts import refusal, region_refusal
from backup_points import INVALID, Job, checked_role, jobs, keep, point_of, rds_of, told
from moto.backup.models import Vault, backup_backends
from moto.backup.responses import BackupResponse
from service import Refusal, operation


def vault_at(arn: str) -> Vault | None:
    _, _, _, region, account, *_ = arn.split(":")
    vaults = backup_backends[account][region].vaults.values()
    return next((vault for vault in vaults if vault.backup_vault_arn == arn), None)


def destination(self: BackupResponse, arn: str, point: dict[str, Any]) -> tuple[Vault | None, str | None]:
    """The vault that a backup is copied into, and why AWS does not, where its key or another account says no."""
    vault, account = vault_at(arn), arn.split(":")[4]
    if account != self.current_account:
        return vault, refusal(self.current_account, self.partition, point, vault, account)
    if vault is None:
        raise Refusal("ResourceNotFoundException", f"Cannot find backup vault {arn}")
    return vault, region_refusal(account, point, arn.split(":")[3])


def share(snapshot: str, account: str) -> None:
    owner = snapshot.split(":")[4]
    if owner != account:
        rds = rds_of(owner, snapshot)
        find = rds.get_db_cluster_snapshot if ":cluster-snapshot:" in snapshot else rds.get_db_snapshot
        find(snapshot).modify_attribute("restore", [account], [])


def copied(point: dict[str, Any], vault: Vault, name: str) -> Any:
    source, account = point["RecoveryPointArn"], vault.backup_vault_arn.split(":")[4]
    rds = rds_of(account, vault.backup_vault_arn)
    share(source, account)
    key = {"kms_key_id": vault.encryption_key_arn} if point["IsEncrypted"] else {}
    copy = rds.copy_db_cluster_snapshot if ":cluster-snapshot:" in source else rds.copy_db_snapshot
    made = copy(source, name, copy_tags=True, **key)
    made.snapshot_type = "awsbackup"
    return made


@operation(BackupResponse, "StartCopyJob", invalid=INVALID)
def start(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    source = self.backup_backend.describe_backup_vault(asked["SourceBackupVaultName"])
    point = point_of(source, asked["RecoveryPointArn"])
    vault, why = destination(self, asked["DestinationBackupVaultArn"], point)
    checked_role(self, asked["IamRoleArn"])
    if point["Job"].state != "COMPLETED":
        raise Refusal("InvalidRequestException", "A recovery point that is still being made cannot be copied")
    of = {name: point[name] for name in ("ResourceArn", "ResourceType")}
    job = Job(of, [source.backup_vault_arn, asked["DestinationBackupVaultArn"]], why)
    job.told |= {
        "CopyJobId": job.id,
        "SourceBackupVaultArn": source.backup_vault_arn,
        "SourceRecoveryPointArn": point["RecoveryPointArn"],
        "DestinationBackupVaultArn": asked["DestinationBackupVaultArn"],
        "IamRoleArn": asked["IamRoleArn"],
    }
    jobs(self.backup_backend, "copy_jobs")[job.id] = job
    if vault is not None and why is None:
        job.told["DestinationRecoveryPointArn"] = kept_in(vault, point, job)
    return {"CopyJobId": job.id, "CreationDate": job.began}


def kept_in(vault: Vault, point: dict[str, Any], job: Job) -> str:
    made = copied(point, vault, f"awsbackup:copyjob-{job.id}")
    arn = made.db_cluster_snapshot_arn if ":cluster-snapshot:" in point["RecoveryPointArn"] else made.db_snapshot_arn
    of = {name: point[name] for name in ("ResourceArn", "ResourceType")}
    where = {"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn}
    from_it = {"SourceBackupVaultArn": point["BackupVaultArn"], "CreationDate": told(point)["CreationDate"]}
    key = {"IsEncrypted": made.encrypted, "EncryptionKeyArn": made.kms_key_id}
    role = {"IamRoleArn": job.told["IamRoleArn"]}
    keep(vault, {**of, **where, **from_it, **key, **role, "RecoveryPointArn": arn, "Job": job})
    return arn


@operation(BackupResponse, "DescribeCopyJob", invalid=INVALID)
def describe(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    known = jobs(self.backup_backend, "copy_jobs")
    if asked["CopyJobId"] not in known:
        raise Refusal("ResourceNotFoundException", f"Cannot find copy job {asked['CopyJobId']}")
    return {"CopyJob": known[asked["CopyJobId"]].describe()}


@operation(BackupResponse, "ListCopyJobs", invalid=INVALID)
def list_jobs(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    wanted = {"ByState": "State", "ByDestinationVaultArn": "DestinationBackupVaultArn", "ByResourceArn": "ResourceArn"}
    known = [job.describe() for job in jobs(self.backup_backend, "copy_jobs").values()]
    return {
        "CopyJobs": [
            job for job in known if all(by not in asked or job[name] == asked[by] for by, name in wanted.items())
        ]
    }
