"""Buckets and who may use them."""

import json

from support import ACCOUNT, REGION, AwsTest


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


class AccessLog(AwsTest):
    FIX = "s3_access_log_bucket_admits_delivery"

    def bucket(self, prefix: str) -> str:
        name = self.name(prefix)
        self.client("s3").create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        return name

    def admit(self, target: str, account: str = ACCOUNT) -> None:
        statements = [
            {
                "Effect": "Deny",
                "Principal": "*",
                "Action": "s3:*",
                "Resource": f"arn:aws:s3:::{target}/*",
                "Condition": {"Bool": {"aws:SecureTransport": "false"}},
            },
            {
                "Effect": "Allow",
                "Principal": {"Service": "logging.s3.amazonaws.com"},
                "Action": "s3:PutObject",
                "Resource": f"arn:aws:s3:::{target}/*",
                "Condition": {"StringEquals": {"aws:SourceAccount": account}},
            },
        ]
        policy = json.dumps({"Version": "2012-10-17", "Statement": statements})
        self.client("s3").put_bucket_policy(Bucket=target, Policy=policy)

    def log(self, source: str, target: str) -> dict:
        enabled = {"TargetBucket": target, "TargetPrefix": f"{source}/"}
        return {"Bucket": source, "BucketLoggingStatus": {"LoggingEnabled": enabled}}

    def test_it_goes_where_the_policy_admits_s3_for_this_account(self) -> None:
        source, target = self.bucket("source"), self.bucket("log")
        self.admit(target)
        self.client("s3").put_bucket_logging(**self.log(source, target))
        logging = self.client("s3").get_bucket_logging(Bucket=source)["LoggingEnabled"]
        self.assertEqual(logging["TargetBucket"], target)

    def test_a_policy_for_another_account_admits_nothing(self) -> None:
        source, target = self.bucket("source"), self.bucket("log")
        self.admit(target, account="999999999999")
        put = self.client("s3").put_bucket_logging
        self.refused("InvalidTargetBucketForLogging", put, **self.log(source, target))

    def test_a_bucket_under_a_customer_key_is_refused(self) -> None:
        source, target = self.bucket("source"), self.bucket("log")
        self.admit(target)
        rule = {"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms", "KMSMasterKeyID": self.key()}}
        self.client("s3").put_bucket_encryption(
            Bucket=target, ServerSideEncryptionConfiguration={"Rules": [rule]}
        )
        message = self.refused(
            "InvalidTargetBucketForLogging", self.client("s3").put_bucket_logging, **self.log(source, target)
        )
        self.assertIn("SSE-S3", message)


class ObjectLock(AwsTest):
    FIX = "s3_object_lock_comes_to_a_bucket_that_holds_objects"

    def test_comes_to_a_bucket_that_holds_objects(self) -> None:
        s3, name = self.client("s3"), self.name("trail")
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION})
        s3.put_object(Bucket=name, Key="trail", Body=b"{}")
        lock = {"ObjectLockEnabled": "Enabled", "Rule": {"DefaultRetention": {"Mode": "GOVERNANCE", "Days": 1}}}
        put = {"Bucket": name, "ObjectLockConfiguration": lock}
        self.refused("InvalidBucketState", s3.put_object_lock_configuration, **put)
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": "Enabled"})
        s3.put_object_lock_configuration(**put)
        rule = s3.get_object_lock_configuration(Bucket=name)["ObjectLockConfiguration"]["Rule"]["DefaultRetention"]
        self.assertEqual((rule["Mode"], rule["Days"]), ("GOVERNANCE", 1))
