"""A vault is encrypted with an enabled key of its region; without one named, with the one that AWS keeps for Backup.

AWS refuses any other key. moto keeps whatever it is given, and nothing when none is named.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
"""

from typing import Any

from moto.backup.models import BackupBackend, Vault
from moto.kms.models import KmsBackend, kms_backends
from moto.kms.utils import RESERVED_ALIASES
from patching import wrap
from service import Refusal

DEFAULT_KEY = "alias/aws/backup"
if DEFAULT_KEY not in RESERVED_ALIASES:
    RESERVED_ALIASES.append(DEFAULT_KEY)


def key_of(kms: KmsBackend, arn: str, region: str) -> str:
    if not arn.startswith(f"arn:{kms.partition}:kms:{region}:"):
        raise Refusal("InvalidParameterValueException", f"Invalid encryption key of region {region}: {arn}")
    key = kms.keys.get(arn.split("/")[-1])
    if key is None or not key.enabled:
        raise Refusal("InvalidParameterValueException", f"The encryption key does not exist or is not enabled: {arn}")
    return arn


@wrap(BackupBackend, "create_backup_vault")
def create_backup_vault(original: Any, self: BackupBackend, **asked: Any) -> Vault:
    kms = kms_backends[self.account_id][self.region_name]
    arn = asked["encryption_key_arn"]
    asked["encryption_key_arn"] = (
        key_of(kms, arn, self.region_name) if arn else kms.describe_key(DEFAULT_KEY).arn
    )
    return original(self, **asked)
