"""A bucket's access log goes to a bucket whose policy admits logging.s3.amazonaws.com, encrypted with S3's own keys.

S3 delivers nothing into a bucket under a customer key, and counts conditions and denials of the policy. moto knows one
form of statement, fails at principals that are no services, and lets any encryption through. A target under a
customer key is refused here, where AWS takes the setting and stays silent.
https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html
"""

import json
from typing import Any

from moto.s3.exceptions import InvalidTargetBucketForLogging
from moto.s3.models import FakeBucket
from patching import wrap
from policy import condition_met, names_action, names_resource, principals, statements

SERVICE = "logging.s3.amazonaws.com"


@wrap(FakeBucket, "_log_permissions_enabled_policy")
def admitted(original: Any, target_bucket: FakeBucket, target_prefix: str | None) -> bool:
    key = f"arn:{target_bucket.partition}:s3:::{target_bucket.name}/{target_prefix or ''}log"
    known = {"aws:sourceaccount": target_bucket.account_id, "aws:securetransport": "true"}
    effects = {
        statement["Effect"]
        for statement in statements(target_bucket.policy)
        if {"*", SERVICE} & {*principals(statement, "AWS"), *principals(statement, "Service")}
        and names_action(statement, "s3:PutObject")
        and names_resource(statement, key)
        and condition_met(statement, known)
    }
    return effects == {"Allow"}


setattr(FakeBucket, "_log_permissions_enabled_policy", staticmethod(vars(FakeBucket)["_log_permissions_enabled_policy"]))


@wrap(FakeBucket, "set_logging")
def set_logging(original: Any, self: FakeBucket, logging_config: dict[str, Any] | None, bucket_backend: Any) -> None:
    target = bucket_backend.buckets.get((logging_config or {}).get("TargetBucket"))
    if target is not None and "aws:kms" in json.dumps(target.encryption or {}):
        raise InvalidTargetBucketForLogging("The target bucket must use SSE-S3: S3 delivers no log under a KMS key.")
    original(self, logging_config, bucket_backend)
