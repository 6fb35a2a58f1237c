"""A replica is encrypted with a key of its own region, and is not made without that key, or against its policy.

On AWS a replica that names a key its region does not have, or one that lets nobody encrypt through Secrets Manager, fails, and
says so in the secret's replication status. moto gives every replica the key that AWS keeps for the service.
https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicateSecretToRegions.html
https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets_troubleshoot.html
"""

from typing import Any

from keys import enabled_key
from moto.kms.models import KmsBackend, kms_backends
from moto.secretsmanager.models import FakeSecret, ReplicaSecret, SecretsManagerBackend, secretsmanager_backends
from patching import wrap
from policy import condition_met, names_action, statements

ENCRYPTING = ("kms:Encrypt", "kms:GenerateDataKey")
DEFAULT_KEY = SecretsManagerBackend.DEFAULT_KMS_KEY_ALIAS


def knows(kms: KmsBackend, key: str) -> bool:
    if key.startswith("arn:") and f":{kms.region_name}:" not in key:
        return False
    name = kms.get_alias_name(key)
    if name.startswith("alias/"):
        return name == DEFAULT_KEY or kms.alias_exists(name)
    return key.split("/")[-1] in kms.keys


def lets_encrypt(kms: KmsBackend, name: str) -> bool:
    key = enabled_key(kms.account_id, kms.region_name, name)
    known = {"kms:viaservice": f"secretsmanager.{kms.region_name}.amazonaws.com", "kms:calleraccount": kms.account_id}
    allowing = [
        each for each in statements(key and key.policy) if each.get("Effect") == "Allow" and condition_met(each, known)
    ]
    return all(any(names_action(each, action) for each in allowing) for action in ENCRYPTING)


def refusal(kms: KmsBackend, key: str) -> str | None:
    if not knows(kms, key):
        return f"KMS key {key} does not exist in {kms.region_name}."
    if key != DEFAULT_KEY and not lets_encrypt(kms, key):
        return f"No permissions available on the KMS key {key} to complete the replication."
    return None


@wrap(FakeSecret, "create_replicas")
def create_replicas(
    original: Any, self: FakeSecret, replica_regions: list[dict[str, str]], force_overwrite: bool
) -> list[ReplicaSecret]:
    replicas: list[ReplicaSecret] = original(self, replica_regions, force_overwrite)
    for asked, replica in zip(replica_regions or [], replicas, strict=True):
        key = asked.get("KmsKeyId") or DEFAULT_KEY
        replica.config["KmsKeyId"] = key
        why_not = refusal(kms_backends[self.account_id][replica.region], key)
        if replica.has_replica and why_not:
            dict.pop(secretsmanager_backends[self.account_id][replica.region].secrets, replica.arn)
            replica.has_replica = False
            replica.config.update(Status="Failed", StatusMessage=f"Replication failed: {why_not}")
    return replicas


@wrap(ReplicaSecret, "to_dict")
def to_dict(original: Any, self: ReplicaSecret) -> dict[str, Any]:
    told: dict[str, Any] = original(self)
    told.pop("KmsKeyId", None)
    told.pop("ReplicationStatus", None)
    if self.config["KmsKeyId"] != DEFAULT_KEY:
        told["KmsKeyId"] = self.config["KmsKeyId"]
    return told
