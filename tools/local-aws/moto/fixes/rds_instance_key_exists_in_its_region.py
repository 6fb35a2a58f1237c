"""An instance is encrypted with a key that exists, is enabled and lies in its region, and tells the key's ARN.

AWS refuses any other key with KMSKeyNotAccessibleFault, and takes aws/rds when none is named. moto keeps whatever it is
given, and makes up "default_kms_key_id".
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBInstance
from patching import wrap

DEFAULT_KEY = "alias/aws/rds"


@wrap(DBInstance, "__init__")
def init(original: Any, self: DBInstance, backend: Any, *args: Any, **kwargs: Any) -> None:
    if not kwargs.get("db_cluster_identifier"):
        key, encrypted = kwargs.get("kms_key_id"), kwargs.get("storage_encrypted")
        if key and not encrypted:
            raise InvalidParameterCombination("A KMS key can be given for an encrypted instance only (StorageEncrypted).")
        if encrypted:
            kwargs["kms_key_id"] = backend._validate_kms_key(key or DEFAULT_KEY)
    original(self, backend, *args, **kwargs)
