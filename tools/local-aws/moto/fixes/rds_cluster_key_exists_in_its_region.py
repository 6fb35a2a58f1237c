"""A cluster is encrypted with a key that exists, is enabled and lies in its region, and tells the key's ARN.

AWS refuses any other key with KMSKeyNotAccessibleFault, takes aws/rds when none is named, and reports no key for an
unencrypted cluster. moto keeps whatever it is given, and makes up "default_kms_key_id".
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Overview.Encryption.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination, KMSKeyNotAccessibleFault
from moto.rds.models import DBCluster, MasterUserSecret, RDSBackend
from patching import wrap

DEFAULT_KEY = "alias/aws/rds"


@wrap(RDSBackend, "_validate_kms_key")
def validate_kms_key(original: Any, self: RDSBackend, kms_key_id: str) -> str:
    if kms_key_id.startswith("alias/") and self.kms.get_key_id_from_alias(kms_key_id) is None:
        raise KMSKeyNotAccessibleFault(kms_key_id)
    arn = original(self, kms_key_id)
    if not self.kms.describe_key(arn).enabled:
        raise KMSKeyNotAccessibleFault(kms_key_id)
    return arn


@wrap(DBCluster, "__init__")
def init(original: Any, self: DBCluster, backend: RDSBackend, **kwargs: Any) -> None:
    key, encrypted = kwargs.get("kms_key_id"), kwargs.get("storage_encrypted")
    if key and not encrypted:
        raise InvalidParameterCombination("A KMS key can be given for an encrypted cluster only (StorageEncrypted).")
    arn = backend._validate_kms_key(key or DEFAULT_KEY) if encrypted else None
    original(self, backend, **kwargs)
    self.kms_key_id = arn


@wrap(MasterUserSecret, "__init__")
def secret(original: Any, self: MasterUserSecret, resource: Any, kms_key_id: str | None) -> None:
    original(self, resource, resource.backend._validate_kms_key(kms_key_id) if kms_key_id else None)
