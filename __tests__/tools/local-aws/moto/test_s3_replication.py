"""Replication of buckets into another region."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from support import ACCOUNT, OTHER_REGION, REGION, AwsTest


class ReplicationTest(AwsTest):
    def setUp(self) -> None:
        self.s3 = self.client("s3")
        self.source, self.destination = self.bucket("source", REGION), self.bucket("destination", OTHER_REGION)
        self.source_key, self.replica_key = self.key(), self.key(OTHER_REGION)

    def bucket(self, prefix: str, region: str, versioning: str = "Enabled") -> str:
        s3, name = self.client("s3", region), self.name(prefix)
        s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": region})
        s3.put_bucket_versioning(Bucket=name, VersioningConfiguration={"Status": versioning})
        return name

    def role(self) -> str:
        trust = {
            "Version": "2012-10-17",
            "Statement": [
                {"Effect": "Allow", "Principal": {"Service": "s3.amazonaws.com"}, "Action": "sts:AssumeRole"}
            ],
        }
        made = self.client("iam").create_role(
            RoleName=self.name("copier"), AssumeRolePolicyDocument=json.dumps(trust)
        )
        return made["Role"]["Arn"]

    def rule(self, prefix: str = "prod/global/", priority: int = 1, **other: Any) -> dict:
        return {
            "ID": prefix,
            "Priority": priority,
            "Status": "Enabled",
            "Filter": {"Prefix": prefix},
            "DeleteMarkerReplication": {"Status": "Disabled"},
            "SourceSelectionCriteria": {"SseKmsEncryptedObjects": {"Status": "Enabled"}},
            "Destination": {
                "Bucket": f"arn:aws:s3:::{self.destination}",
                "EncryptionConfiguration": {"ReplicaKmsKeyID": self.replica_key},
            },
            **other,
        }

    def configuration(self, *rules: dict, role: str = "") -> dict:
        wanted = {"Role": role or self.role(), "Rules": list(rules)}
        return {"Bucket": self.source, "ReplicationConfiguration": wanted}

    def put(self, key: str, body: bytes = b"{}") -> str:
        return self.s3.put_object(
            Bucket=self.source, Key=key, Body=body, ServerSideEncryption="aws:kms", SSEKMSKeyId=self.source_key,
            ContentType="application/json",
        )["VersionId"]  # fmt: skip

    def versions(self, key: str) -> list[str]:
        listed = self.client("s3", OTHER_REGION).list_object_versions(Bucket=self.destination, Prefix=key)
        self.assertNotIn("DeleteMarkers", listed)
        return [version["VersionId"] for version in listed.get("Versions", [])]


class NewVersions(ReplicationTest):
    FIX = "s3_new_versions_are_replicated"

    def test_have_a_copy_of_the_same_version_under_the_key_there_and_older_ones_none(self) -> None:
        self.put("prod/global/dns.tfstate", b"older")
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        version = self.put("prod/global/dns.tfstate", b"state")
        copy = self.client("s3", OTHER_REGION).get_object(Bucket=self.destination, Key="prod/global/dns.tfstate")
        self.assertEqual(copy["Body"].read(), b"state")
        self.assertEqual(self.versions("prod/"), [version])
        self.assertEqual(copy["VersionId"], version)
        self.assertEqual(copy["SSEKMSKeyId"], self.replica_key)
        self.assertEqual(copy["ContentType"], "application/json")

    def test_are_copied_below_a_rules_prefix_only(self) -> None:
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        self.put("prod/drills/run.json")
        version = self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [version])

    def test_stay_there_when_they_are_deleted_here(self) -> None:
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        version = self.put("prod/global/dns.tfstate")
        self.s3.delete_object(Bucket=self.source, Key="prod/global/dns.tfstate")
        self.s3.delete_object(Bucket=self.source, Key="prod/global/dns.tfstate", VersionId=version)
        self.assertEqual(self.versions("prod/global/dns.tfstate"), [version])

    def test_under_a_key_of_kms_are_copied_where_a_rule_selects_them(self) -> None:
        self.s3.put_bucket_replication(**self.configuration(self.rule(SourceSelectionCriteria={})))
        self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [])
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        version = self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [version])

    def test_are_copied_as_a_role_that_is_there(self) -> None:
        nobody = f"arn:aws:iam::{ACCOUNT}:role/nobody"
        self.s3.put_bucket_replication(**self.configuration(self.rule(), role=nobody))
        self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [])
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        version = self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [version])

    def test_are_there_though_the_other_bucket_is_gone(self) -> None:
        self.s3.put_bucket_replication(**self.configuration(self.rule()))
        self.client("s3", OTHER_REGION).delete_bucket(Bucket=self.destination)
        version = self.put("prod/global/dns.tfstate")
        self.assertEqual(self.s3.get_object(Bucket=self.source, Key="prod/global/dns.tfstate")["VersionId"], version)

    def test_that_could_not_be_copied_are_counted_where_they_are_and_not_tried_again(self) -> None:
        measured = {**self.rule()["Destination"], "Metrics": {"Status": "Enabled"}}
        self.s3.put_bucket_replication(**self.configuration(self.rule(Destination=measured)))
        kms = self.client("kms", OTHER_REGION)
        kms.disable_key(KeyId=self.replica_key.split("/")[-1])
        self.put("prod/global/dns.tfstate")
        self.put("prod/drills/run.json")
        kms.enable_key(KeyId=self.replica_key.split("/")[-1])
        version = self.put("prod/global/dns.tfstate")
        self.assertEqual(self.versions("prod/"), [version])
        of = {"SourceBucket": self.source, "DestinationBucket": self.destination, "RuleId": "prod/global/"}
        now = datetime.now(UTC)
        told = self.client("cloudwatch").get_metric_statistics(
            Namespace="AWS/S3",
            MetricName="OperationsFailedReplication",
            Dimensions=[{"Name": name, "Value": value} for name, value in of.items()],
            StartTime=now - timedelta(minutes=5),
            EndTime=now + timedelta(minutes=5),
            Period=600,
            Statistics=["Sum", "SampleCount"],
        )["Datapoints"]
        self.assertEqual([sum(each[name] for each in told) for name in ("Sum", "SampleCount")], [1, 2])


class Configuration(ReplicationTest):
    FIX = "s3_replication_configuration_is_told_as_it_was_put"

    def test_is_told_as_it_was_put(self) -> None:
        measured = {**self.rule()["Destination"], "Metrics": {"Status": "Enabled"}}
        rules = [self.rule(), self.rule("prod/eu-north-1/", priority=2, Destination=measured)]
        self.s3.put_bucket_replication(**self.configuration(*rules))
        told = self.s3.get_bucket_replication(Bucket=self.source)["ReplicationConfiguration"]
        self.assertEqual(told["Rules"], rules)

    def test_may_choose_by_tags_too(self) -> None:
        chosen = {"And": {"Prefix": "prod/", "Tags": [{"Key": "kept", "Value": "yes"}]}}
        self.s3.put_bucket_replication(**self.configuration(self.rule(Filter=chosen)))
        told = self.s3.get_bucket_replication(Bucket=self.source)["ReplicationConfiguration"]
        self.assertEqual(told["Rules"][0]["Filter"], chosen)


class Destination(ReplicationTest):
    FIX = "s3_replication_has_a_versioned_destination_and_its_key"

    def refuses(self, *rules: dict) -> str:
        return self.refused("InvalidRequest", self.s3.put_bucket_replication, **self.configuration(*rules))

    def test_is_a_bucket_that_keeps_versions(self) -> None:
        suspended = self.bucket("suspended", OTHER_REGION, versioning="Suspended")
        for bucket, said in [(suspended, "versioning enabled"), ("nowhere", "must exist")]:
            key = {"EncryptionConfiguration": {"ReplicaKmsKeyID": self.replica_key}}
            message = self.refuses(self.rule(Destination={"Bucket": f"arn:aws:s3:::{bucket}", **key}))
            self.assertIn(said, message)

    def test_has_a_key_for_what_is_encrypted(self) -> None:
        message = self.refuses(self.rule(Destination={"Bucket": f"arn:aws:s3:::{self.destination}"}))
        self.assertIn("ReplicaKmsKeyID", message)

    def test_has_a_threshold_only_where_time_is_controlled(self) -> None:
        measured = {"Metrics": {"Status": "Enabled", "EventThreshold": {"Minutes": 15}}}
        rule = self.rule(Destination={**self.rule()["Destination"], **measured})
        put = self.s3.put_bucket_replication
        self.assertIn("ReplicationTime", self.refused("InvalidArgument", put, **self.configuration(rule)))

    def test_is_told_by_rules_with_a_priority_each(self) -> None:
        self.assertIn("priorities", self.refuses(self.rule(), self.rule("prod/eu-north-1/")))
