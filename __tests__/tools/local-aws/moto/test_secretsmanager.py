"""Secrets."""

from typing import Any

from support import OTHER_REGION, AwsTest


class Replicas(AwsTest):
    FIX = "secretsmanager_replica_has_its_own_key"

    def replicated(self, key: str) -> dict[str, Any]:
        secrets = self.client("secretsmanager")
        replica = {"Region": OTHER_REGION, "KmsKeyId": key}
        made = secrets.create_secret(Name=self.name("secret"), SecretString="value", AddReplicaRegions=[replica])
        return secrets.describe_secret(SecretId=made["ARN"])

    def test_one_has_the_key_that_it_was_made_with(self) -> None:
        alias = f"alias/{self.name('key')}"
        self.client("kms", OTHER_REGION).create_alias(AliasName=alias, TargetKeyId=self.key(OTHER_REGION))
        told = self.replicated(alias)
        self.assertEqual([each["KmsKeyId"] for each in told["ReplicationStatus"]], [alias])
        replica = self.client("secretsmanager", OTHER_REGION).describe_secret(SecretId=told["Name"])
        self.assertEqual((replica["KmsKeyId"], replica["PrimaryRegion"]), (alias, "eu-west-1"))

    def test_one_fails_without_that_key_in_its_region(self) -> None:
        told = self.replicated(self.key())
        self.assertEqual([each["Status"] for each in told["ReplicationStatus"]], ["Failed"])
        replica = self.client("secretsmanager", OTHER_REGION)
        self.refused("ResourceNotFoundException", replica.get_secret_value, SecretId=told["Name"])


class Names(AwsTest):
    FIX = "secretsmanager_name_is_taken_until_the_secret_is_gone"

    def test_one_is_taken_while_its_secret_waits_for_its_deletion(self) -> None:
        secrets, name = self.client("secretsmanager"), self.name("secret")
        secrets.create_secret(Name=name, SecretString="value")
        secrets.delete_secret(SecretId=name, RecoveryWindowInDays=30)
        self.refused("InvalidRequestException", secrets.create_secret, Name=name, SecretString="value")

    def test_one_is_free_when_its_secret_is_gone(self) -> None:
        secrets, name = self.client("secretsmanager"), self.name("secret")
        secrets.create_secret(Name=name, SecretString="value")
        secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)
        secrets.create_secret(Name=name, SecretString="another")
