"""Each new version of an object is copied where the bucket's replication says so, with its version id, under the key there.

AWS copies within minutes, as the role that the configuration names, which must be there; a copy is copied no further, and of
rules with one destination the highest priority counts. Versions under a key of KMS are copied only where a rule selects
them. Rules that go by tags are left out, and so are delete markers. moto copies nothing.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html
"""

from typing import Any

from moto.iam.models import iam_backends
from moto.s3.models import FakeKey, S3Backend
from patching import wrap


@wrap(S3Backend, "put_object")
def put_object(original: Any, self: S3Backend, bucket_name: str, key_name: str, *args: Any, **kwargs: Any) -> FakeKey:
    made: FakeKey = original(self, bucket_name, key_name, *args, **kwargs)
    bucket = self.get_bucket(bucket_name)
    replication = getattr(bucket, "replication", None)
    if not replication or not role_is_there(self, replication["Role"]):
        return made
    by_priority = sorted(replication["Rule"], key=lambda rule: int(rule["Priority"]))
    chosen = {rule["Destination"]["Bucket"]: rule["Destination"] for rule in by_priority if copies(rule, made)}
    for arn, destination in chosen.items():
        key = (destination.get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID")
        encrypted = made.encryption == "aws:kms"
        replica: FakeKey = original(
            self,
            arn.split(":::")[-1],
            key_name,
            made.value,
            storage=destination.get("StorageClass") or made.storage_class,
            etag=made.etag.strip('"'),
            encryption=made.encryption,
            kms_key_id=key if encrypted else None,
            bucket_key_enabled=made.bucket_key_enabled,
            disable_notification=True,
        )
        replica._version_id = made._version_id
        replica.last_modified = made.last_modified
        replica._metadata = made._metadata  # the request adds to it only after this
    return made


def copies(rule: dict[str, Any], made: FakeKey) -> bool:
    if rule["Status"] != "Enabled":
        return False
    chosen = rule.get("Filter") or {}
    if "And" in chosen or "Tag" in chosen:
        return False
    if not made.name.startswith(chosen.get("Prefix") or rule.get("Prefix") or ""):
        return False
    criteria = (rule.get("SourceSelectionCriteria") or {}).get("SseKmsEncryptedObjects") or {}
    return made.encryption != "aws:kms" or criteria.get("Status") == "Enabled"


def role_is_there(self: S3Backend, arn: str) -> bool:
    roles = iam_backends[self.account_id][self.partition].roles.values()
    return any(role.arn == arn for role in roles)
