"""A replica is encrypted with a key of its own region, and is not made without that key.

On AWS a replica that names a key its region does not have fails, and says so in the secret's replication status. moto
gives every replica the key that AWS keeps for the service.
https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html
"""

from typing import Any

from moto.kms.models import KmsBackend, kms_backends
from moto.secretsmanager.models import FakeSecret, ReplicaSecret, SecretsManagerBackend, secretsmanager_backends
from patching import wrap

DEFAULT_KEY = SecretsManagerBackend.DEFAULT_KMS_KEY_ALIAS


def knows(kms: KmsBackend, key: str) -> bool:
    if key.startswith("arn:") and f":{kms.region_name}:" not in key:
        return False
    name = kms.get_alias_name(key)
    if name.startswith("alias/"):
        return name == DEFAULT_KEY or kms.alias_exists(name)
    return key.split("/")[-1] in kms.keys


@wrap(FakeSecret, "create_replicas")
def create_replicas(
    original: Any, self: FakeSecret, replica_regions: list[dict[str, str]], force_overwrite: bool
) -> list[ReplicaSecret]:
    replicas: list[ReplicaSecret] = original(self, replica_regions, force_overwrite)
    for asked, replica in zip(replica_regions or [], replicas, strict=True):
        key = asked.get("KmsKeyId") or DEFAULT_KEY
        replica.config["KmsKeyId"] = key
        if replica.has_replica and not knows(kms_backends[self.account_id][replica.region], key):
            dict.pop(secretsmanager_backends[self.account_id][replica.region].secrets, replica.arn)
            replica.has_replica = False
            replica.config.update(
                Status="Failed", StatusMessage=f"Replication failed: KMS key {key} does not exist in {replica.region}."
            )
    return replicas


@wrap(ReplicaSecret, "to_dict")
def to_dict(original: Any, self: ReplicaSecret) -> dict[str, Any]:
    told: dict[str, Any] = original(self)
    told.pop("KmsKeyId", None)
    told.pop("ReplicationStatus", None)
    if self.config["KmsKeyId"] != DEFAULT_KEY:
        told["KmsKeyId"] = self.config["KmsKeyId"]
    return told
