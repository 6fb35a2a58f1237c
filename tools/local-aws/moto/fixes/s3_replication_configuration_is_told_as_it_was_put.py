"""A bucket's replication configuration is told as it was put: what it copies, under which key, and what becomes of delete markers.

moto tells an empty filter and no delete markers, whatever was put, and leaves out which encrypted objects are copied.
https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketReplication.html
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.s3.exceptions import ReplicationConfigurationNotFoundError
from moto.s3.responses import S3Response
from patching import wrap

TOLD = (
    "ID",
    "Priority",
    "Prefix",
    "Filter",
    "Status",
    "SourceSelectionCriteria",
    "ExistingObjectReplication",
    "Destination",
    "DeleteMarkerReplication",
)


@wrap(S3Response, "get_bucket_replication")
def get_bucket_replication(_original: Any, self: S3Response) -> Any:
    self.data["Action"] = "GetBucketReplication"
    replication = self.backend.get_bucket_replication(self.bucket_name)
    if not replication:
        raise ReplicationConfigurationNotFoundError(bucket_name=self.bucket_name)
    rules = [{field: told(rule[field]) for field in TOLD if field in rule} for rule in replication["Rule"]]
    return self.serialized(
        ActionResult({"ReplicationConfiguration": {"Role": replication["Role"], "Rules": rules}}),
    )


def told(value: Any) -> Any:
    """An empty element is an empty structure, and several tags are a list of another name."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        return value
    if "And" in value:
        tags = value["And"].get("Tag", [])
        return {"And": {**value["And"], "Tags": tags if isinstance(tags, list) else [tags]}}
    return value
