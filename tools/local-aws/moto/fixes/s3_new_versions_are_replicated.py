"""Each new version of an object is copied where the bucket's replication says so, with its version id, under the key there.

AWS copies within minutes, as the role that the configuration names, which must be there, under a key that is enabled there; a
copy is copied no further, and of rules with one destination the highest priority counts. Versions under a key of KMS are
copied only where a rule selects them. What could not be copied is not tried again; a rule with metrics counts it in the
source's region, and 0 for what was copied. Rules that go by tags are left out, and so are delete markers; what the role may is not asked.
moto copies nothing.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html
https://docs.aws.amazon.com/AmazonS3/latest/userguide/repl-metrics.html
"""

from typing import Any

from keys import enabled_key
from moto.cloudwatch.models import cloudwatch_backends
from moto.core.utils import utcnow
from moto.iam.models import iam_backends
from moto.s3.exceptions import MissingBucket
from moto.s3.models import FakeBucket, FakeKey, S3Backend
from patching import wrap


@wrap(S3Backend, "put_object")
def put_object(original: Any, self: S3Backend, bucket_name: str, key_name: str, *args: Any, **kwargs: Any) -> FakeKey:
    made: FakeKey = original(self, bucket_name, key_name, *args, **kwargs)
    bucket = self.get_bucket(bucket_name)
    replication = getattr(bucket, "replication", None)
    if not replication:
        return made
    by_priority = sorted(replication["Rule"], key=lambda rule: int(rule["Priority"]))
    chosen = {rule["Destination"]["Bucket"]: rule for rule in by_priority if copies(rule, made)}
    for rule in chosen.values():
        destination = bucket_named(self, name_of(rule["Destination"]))
        key = (rule["Destination"].get("EncryptionConfiguration") or {}).get("ReplicaKmsKeyID")
        encrypted = made.encryption == "aws:kms"
        can = role_is_there(self, replication["Role"]) and (not encrypted or key_is_there(destination, key))
        count(bucket, rule, failed=destination is None or not can)
        if destination is None or not can:
            continue
        replica: FakeKey = original(
            self,
            destination.name,
            key_name,
            made.value,
            storage=rule["Destination"].get("StorageClass") or made.storage_class,
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


def bucket_named(self: S3Backend, name: str) -> FakeBucket | None:
    try:
        return self.get_bucket(name)
    except MissingBucket:
        return None


def name_of(destination: dict[str, Any]) -> str:
    return str(destination["Bucket"]).split(":::")[-1]


def count(bucket: FakeBucket, rule: dict[str, Any], *, failed: bool) -> None:
    if (rule["Destination"].get("Metrics") or {}).get("Status") != "Enabled":
        return
    of = {"SourceBucket": bucket.name, "DestinationBucket": name_of(rule["Destination"]), "RuleId": rule["ID"]}
    operation = {
        "MetricName": "OperationsFailedReplication",
        "Dimensions": [{"Name": name, "Value": value} for name, value in of.items()],
        "Value": int(failed),
        "Unit": "Count",
        "Timestamp": utcnow(),
    }
    cloudwatch_backends[bucket.account_id][bucket.region_name].put_metric_data("AWS/S3", [operation])


def key_is_there(bucket: FakeBucket | None, key: str | None) -> bool:
    return bucket is not None and key is not None and enabled_key(bucket.account_id, bucket.region_name, key) is not None


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
