"""Buckets and who may use them."""

import json

from support import REGION, AwsTest


class BucketPolicy(AwsTest):
    FIX = "s3_policy_statement_applies_when_its_conditions_hold"

    def bucket(self, effect: str, secure_transport: str) -> tuple:
        s3, name = self.client("s3"), self.name("states")
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        statement = {
            "Effect": effect,
            "Principal": "*",
            "Action": "s3:*",
            "Resource": [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"],
            "Condition": {"Bool": {"aws:SecureTransport": secure_transport}},
        }
        s3.put_bucket_policy(Bucket=name, Policy=json.dumps({"Version": "2012-10-17", "Statement": [statement]}))
        return s3, name

    def test_one_that_denies_plain_http_denies_nothing_else(self) -> None:
        s3, name = self.bucket("Deny", "false")
        s3.put_object(Bucket=name, Key="state", Body=b"{}")
        self.assertEqual(s3.get_object(Bucket=name, Key="state")["Body"].read(), b"{}")
        s3, name = self.bucket("Deny", "true")
        self.refused("403", s3.head_object, Bucket=name, Key="state")
