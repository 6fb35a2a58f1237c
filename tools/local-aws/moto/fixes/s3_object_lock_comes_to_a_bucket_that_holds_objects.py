"""Object Lock can be switched on for a bucket that stands and is versioned, whatever is in it.

AWS allows it since November 2023; moto wants the bucket to be empty.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html
"""

from typing import Any
from unittest.mock import patch

from moto.s3.models import FakeBucket, S3Backend
from patching import wrap


@wrap(S3Backend, "put_object_lock_configuration")
def put_object_lock_configuration(
    original: Any, self: S3Backend, bucket_name: str, *args: Any, **kwargs: Any
) -> None:
    bucket: FakeBucket = self.get_bucket(bucket_name)
    with patch.object(bucket.keys, "item_size", lambda: 0):
        original(self, bucket_name, *args, **kwargs)
