"""Suspending versioning keeps the versions: each is deleted by its id, delete markers too.

moto forgets the id once versioning is suspended, deletes all of the object's versions at once, and fails with an
internal error when a delete marker is among them. Terraform suspends versioning before it empties a bucket.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html
"""

from typing import Any

from moto.s3.models import FakeKey, S3Backend
from patching import wrap


@wrap(S3Backend, "delete_object")
def delete_object(
    original: Any,
    self: S3Backend,
    bucket_name: str,
    key_name: str,
    version_id: str | None = None,
    bypass: bool = False,
) -> tuple[bool, dict[str, Any]]:
    bucket = self.get_bucket(bucket_name)
    if version_id is None or bucket.versioning_status != "Suspended":
        return original(self, bucket_name, key_name, version_id, bypass)
    versions = bucket.keys.getlist(key_name, [])
    gone = [version for version in versions if str(version.version_id) == version_id]
    for version in gone:
        if isinstance(version, FakeKey):
            version.dispose()
    kept = [version for version in versions if version not in gone]
    if kept:
        bucket.keys.setlist(key_name, kept)
    else:
        dict.pop(bucket.keys, key_name, None)
    return bool(gone), {"version-id": version_id}
