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


class SuspendedVersioning(AwsTest):
    FIX = "s3_versions_outlive_versioning"

    def setUp(self) -> None:
        self.s3, self.bucket = self.client("s3"), self.name("states")
        self.s3.create_bucket(Bucket=self.bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        self.versioning("Enabled")

    def versioning(self, status: str) -> None:
        self.s3.put_bucket_versioning(Bucket=self.bucket, VersioningConfiguration={"Status": status})

    def put(self, body: bytes) -> str:
        return self.s3.put_object(Bucket=self.bucket, Key="state", Body=body)["VersionId"]

    def test_deleting_a_version_leaves_the_others(self) -> None:
        first, second = self.put(b"1"), self.put(b"2")
        self.versioning("Suspended")
        self.s3.delete_object(Bucket=self.bucket, Key="state", VersionId=second)
        listed = self.s3.list_object_versions(Bucket=self.bucket)["Versions"]
        self.assertEqual([version["VersionId"] for version in listed], [first])

    def test_it_is_emptied_of_versions_and_delete_markers(self) -> None:
        self.put(b"1")
        self.s3.delete_object(Bucket=self.bucket, Key="state")
        self.versioning("Suspended")
        listed = self.s3.list_object_versions(Bucket=self.bucket)
        ids = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in listed["Versions"] + listed["DeleteMarkers"]]
        self.assertEqual(len(ids), 2)
        self.s3.delete_objects(Bucket=self.bucket, Delete={"Objects": ids})
        self.s3.delete_bucket(Bucket=self.bucket)
