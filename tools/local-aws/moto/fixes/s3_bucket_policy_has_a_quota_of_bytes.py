"""The policy of a bucket has at most 20 KB.

AWS refuses a longer one with PolicyTooLarge. moto takes any.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/add-bucket-policy.html
"""

from typing import Any

from moto.s3.exceptions import S3ClientError
from moto.s3.models import S3Backend
from patching import wrap

QUOTA = 20 * 1024


@wrap(S3Backend, "put_bucket_policy")
def put_bucket_policy(original: Any, self: S3Backend, bucket_name: str, policy: bytes) -> Any:
    if len(policy) > QUOTA:
        raise S3ClientError("PolicyTooLarge", f"Policy exceeds the maximum allowed size of {QUOTA} bytes")
    return original(self, bucket_name, policy)
