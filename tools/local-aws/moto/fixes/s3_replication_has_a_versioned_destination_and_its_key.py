"""Replication is refused where it could not work: its destination is a versioned bucket, and has a key for encrypted objects.

And each of several rules has a priority of its own, and a threshold of time only with S3 Replication Time Control. moto takes
any destination, and a rule that copies objects under keys of KMS without saying under which.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html
https://docs.aws.amazon.com/AmazonS3/latest/API/API_SseKmsEncryptedObjects.html
https://github.com/crossplane-contrib/provider-aws/issues/1117
"""

from typing import Any

from moto.s3.exceptions import MissingBucket, S3ClientError
from moto.s3.models import S3Backend
from patching import wrap


class InvalidReplication(S3ClientError):
    def __init__(self, message: str, code: str = "InvalidRequest") -> None:
        super().__init__(code, message)


@wrap(S3Backend, "put_bucket_replication")
def put_bucket_replication(original: Any, self: S3Backend, bucket_name: str, replication: dict[str, Any]) -> None:
    rules = replication["Rule"]
    rules = rules if isinstance(rules, list) else [rules]
    for rule in rules:
        refuse_destination(self, rule["Destination"])
        refuse_threshold(rule["Destination"])
        if enabled(rule, "SseKmsEncryptedObjects") and not rule["Destination"].get("EncryptionConfiguration"):
            raise InvalidReplication("ReplicaKmsKeyID must be specified if SseKmsEncryptedObjects tag is present.")
    priorities = [rule.get("Priority", "0") for rule in rules]
    if len(set(priorities)) < len(priorities):
        raise InvalidReplication(f"Found duplicate priorities among the rules: {', '.join(priorities)}.")
    original(self, bucket_name, replication)


def refuse_destination(self: S3Backend, destination: dict[str, Any]) -> None:
    try:
        bucket = self.get_bucket(destination["Bucket"].split(":::")[-1])
    except MissingBucket:
        raise InvalidReplication("Destination bucket must exist.") from None
    if bucket.versioning_status != "Enabled":
        raise InvalidReplication("Destination bucket must have versioning enabled.")


def refuse_threshold(destination: dict[str, Any]) -> None:
    timed = (destination.get("ReplicationTime") or {}).get("Status") == "Enabled"
    if "EventThreshold" in (destination.get("Metrics") or {}) and not timed:
        message = "Metrics cannot contain an event threshold when ReplicationTime is not specified or Disabled"
        raise InvalidReplication(message, "InvalidArgument")


def enabled(rule: dict[str, Any], criterion: str) -> bool:
    criteria = rule.get("SourceSelectionCriteria") or {}
    return criteria.get(criterion, {}).get("Status") == "Enabled"
