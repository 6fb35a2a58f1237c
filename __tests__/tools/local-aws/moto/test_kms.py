"""Keys, replicas, rotation."""

import json

from support import ACCOUNT, OTHER_REGION, AwsTest


class Replica(AwsTest):
    FIX = "kms_replica_has_own_policy_tags_and_aliases"

    def setUp(self) -> None:
        self.primary, self.other = self.client("kms"), self.client("kms", OTHER_REGION)
        self.id = self.primary.create_key(MultiRegion=True, Description="primary")["KeyMetadata"]["KeyId"]

    def replicate(self) -> dict:
        return self.primary.replicate_key(
            KeyId=self.id,
            ReplicaRegion=OTHER_REGION,
            Description="replica",
            Tags=[{"TagKey": "of", "TagValue": "replica"}],
        )

    def test_it_has_its_own_description_and_tags(self) -> None:
        self.replicate()
        self.assertEqual(self.other.describe_key(KeyId=self.id)["KeyMetadata"]["Description"], "replica")
        self.assertEqual(self.primary.describe_key(KeyId=self.id)["KeyMetadata"]["Description"], "primary")
        tags = self.other.list_resource_tags(KeyId=self.id)["Tags"]
        self.assertEqual(tags, [{"TagKey": "of", "TagValue": "replica"}])

    def test_the_primary_stays_primary(self) -> None:
        self.replicate()
        self.other.describe_key(KeyId=self.id)
        kinds = [
            kms.describe_key(KeyId=self.id)["KeyMetadata"]["MultiRegionConfiguration"]["MultiRegionKeyType"]
            for kms in (self.primary, self.other)
        ]
        self.assertEqual(kinds, ["PRIMARY", "REPLICA"])

    def test_both_may_have_an_alias_of_the_same_name(self) -> None:
        alias = "alias/" + self.name("shop")
        self.primary.create_alias(AliasName=alias, TargetKeyId=self.id)
        self.replicate()
        self.other.create_alias(AliasName=alias, TargetKeyId=self.id)
        self.other.delete_alias(AliasName=alias)
        self.assertEqual(len(self.primary.list_aliases(KeyId=self.id)["Aliases"]), 1)

    def test_a_second_replica_in_the_region_is_refused(self) -> None:
        self.replicate()
        self.refused("AlreadyExistsException", self.replicate)


class Rotation(AwsTest):
    FIX = "kms_rotation_has_a_period"

    def test_the_period_is_kept(self) -> None:
        kms, key = self.client("kms"), self.key()
        kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180)
        self.assertEqual(kms.get_key_rotation_status(KeyId=key)["RotationPeriodInDays"], 180)

    def test_it_is_a_year_by_default(self) -> None:
        kms, key = self.client("kms"), self.key()
        kms.enable_key_rotation(KeyId=key)
        self.assertEqual(kms.get_key_rotation_status(KeyId=key)["RotationPeriodInDays"], 365)

    def test_a_period_under_90_days_is_refused(self) -> None:
        enable = self.client("kms").enable_key_rotation
        self.refused("ValidationException", enable, KeyId=self.key(), RotationPeriodInDays=30)


class AwsManagedKey(AwsTest):
    FIX = "kms_aws_managed_key_says_so"

    def test_the_key_of_a_service_is_managed_by_aws(self) -> None:
        self.assertEqual(self.client("kms").describe_key(KeyId="alias/aws/rds")["KeyMetadata"]["KeyManager"], "AWS")


class KeyPolicy(AwsTest):
    FIX = "kms_key_policy_names_existing_principals"
    ROOT = {
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
        "Action": "kms:*",
        "Resource": "*",
    }

    def policy(self, *statements: dict) -> str:
        return json.dumps({"Version": "2012-10-17", "Statement": statements})

    def used_by(self, role: str) -> str:
        return self.policy(self.ROOT, {**self.ROOT, "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/{role}"}})

    def test_a_role_that_is_not_there_yet_is_refused(self) -> None:
        role = self.name("role")
        code, policy = "MalformedPolicyDocumentException", self.used_by(role)
        self.assertIn("invalid principals", self.refused(code, self.key, Policy=policy))
        key = self.key()
        put = self.client("kms").put_key_policy
        self.refused(code, put, KeyId=key, PolicyName="default", Policy=policy)
        self.client("iam").create_role(RoleName=role, AssumeRolePolicyDocument="{}")
        put(KeyId=key, PolicyName="default", Policy=policy)

    def test_a_policy_that_nobody_could_change_is_refused(self) -> None:
        policy = self.policy({**self.ROOT, "Action": "kms:Decrypt"})
        self.refused("MalformedPolicyDocumentException", self.key, Policy=policy)
        self.key(Policy=policy, BypassPolicyLockoutSafetyCheck=True)

    def test_what_is_no_policy_is_refused(self) -> None:
        nameless = {key: value for key, value in self.ROOT.items() if key != "Principal"}
        for policy in ("not json", "{}", self.policy(nameless), self.policy({**self.ROOT, "Effect": "Maybe"})):
            self.refused("MalformedPolicyDocumentException", self.key, Policy=policy)

    def test_services_the_account_and_everyone_are_principals(self) -> None:
        names = ({"Service": "logs.eu-west-1.amazonaws.com"}, {"AWS": ACCOUNT}, {"AWS": "*"}, "*")
        self.key(Policy=self.policy(self.ROOT, *({**self.ROOT, "Principal": name} for name in names)))
