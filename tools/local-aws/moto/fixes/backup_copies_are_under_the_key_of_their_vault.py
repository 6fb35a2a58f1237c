"""A copy job copies a recovery point into another vault, in whichever region, where it is encrypted with the vault's key.

The job is one of the region that is copied from. The copy bears the date of its source. moto has no such jobs.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_StartCopyJob.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
"""

from typing import Any

from backup_points import INVALID, Job, checked_role, jobs, keep, point_of, told
from moto.backup.models import Vault, backup_backends
from moto.backup.responses import BackupResponse
from moto.rds.models import rds_backends
from service import Refusal, operation


def vault_at(self: BackupResponse, arn: str) -> Vault:
    for vault in backup_backends[self.current_account][arn.split(":")[3]].vaults.values():
        if vault.backup_vault_arn == arn:
            return vault
    raise Refusal("ResourceNotFoundException", f"Cannot find backup vault {arn}")


def copied(self: BackupResponse, point: dict[str, Any], vault: Vault, name: str) -> Any:
    source = point["RecoveryPointArn"]
    rds = rds_backends[self.current_account][vault.backup_vault_arn.split(":")[3]]
    key = {"kms_key_id": vault.encryption_key_arn} if point["IsEncrypted"] else {}
    copy = rds.copy_db_cluster_snapshot if ":cluster-snapshot:" in source else rds.copy_db_snapshot
    made = copy(source, name, copy_tags=True, **key)
    made.snapshot_type = "awsbackup"
    return made


@operation(BackupResponse, "StartCopyJob", invalid=INVALID)
def start(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    source = self.backup_backend.describe_backup_vault(asked["SourceBackupVaultName"])
    point = point_of(source, asked["RecoveryPointArn"])
    vault = vault_at(self, asked["DestinationBackupVaultArn"])
    checked_role(self, asked["IamRoleArn"])
    if point["Job"].state != "COMPLETED":
        raise Refusal("InvalidRequestException", "A recovery point that is still being made cannot be copied")
    of = {name: point[name] for name in ("ResourceArn", "ResourceType")}
    job = Job(of, [source.backup_vault_arn, vault.backup_vault_arn])
    made = copied(self, point, vault, f"awsbackup:copyjob-{job.id}")
    arn = made.db_cluster_snapshot_arn if ":cluster-snapshot:" in point["RecoveryPointArn"] else made.db_snapshot_arn
    job.told |= {
        "CopyJobId": job.id,
        "SourceBackupVaultArn": source.backup_vault_arn,
        "SourceRecoveryPointArn": point["RecoveryPointArn"],
        "DestinationBackupVaultArn": vault.backup_vault_arn,
        "DestinationRecoveryPointArn": arn,
        "IamRoleArn": asked["IamRoleArn"],
    }
    jobs(self.backup_backend, "copy_jobs")[job.id] = job
    where = {"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn}
    from_it = {"SourceBackupVaultArn": source.backup_vault_arn, "CreationDate": told(point)["CreationDate"]}
    key = {"IsEncrypted": made.encrypted, "EncryptionKeyArn": made.kms_key_id}
    keep(vault, {**of, **where, **from_it, **key, "RecoveryPointArn": arn, "IamRoleArn": asked["IamRoleArn"], "Job": job})
    return {"CopyJobId": job.id, "CreationDate": job.began}


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
