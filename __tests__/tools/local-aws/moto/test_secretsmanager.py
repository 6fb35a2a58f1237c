"""Secrets."""

import json
from typing import Any

import boto3
from botocore.exceptions import ClientError
from support import ACCOUNT, OTHER_REGION, REGION, AwsTest


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

    def test_one_fails_where_its_key_lets_nobody_encrypt(self) -> None:
        kms, key = self.client("kms", OTHER_REGION), self.key(OTHER_REGION)
        allowed = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Resource": "*"}
        using = ["kms:PutKeyPolicy", "kms:Decrypt", "kms:GenerateDataKey"]
        for actions, status in ((using, "Failed"), ([*using, "kms:Encrypt"], "InSync")):
            kms.put_key_policy(KeyId=key, PolicyName="default", Policy=document({**allowed, "Action": actions}))
            self.assertEqual([each["Status"] for each in self.replicated(key)["ReplicationStatus"]], [status])


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


class Reading(AwsTest):
    FIX = "secretsmanager_secret_is_read_by_a_role_that_may"

    def setUp(self) -> None:
        self.iam, self.role, self.key_id = self.client("iam"), self.name("reader"), self.key()
        self.role_arn = self.iam.create_role(RoleName=self.role, AssumeRolePolicyDocument="{}")["Role"]["Arn"]
        secrets = self.client("secretsmanager")
        self.secret = secrets.create_secret(Name=self.name("login"), SecretString="open", KmsKeyId=self.key_id)["ARN"]

    def let(self, *statements: dict[str, Any]) -> None:
        self.iam.put_role_policy(RoleName=self.role, PolicyName="own", PolicyDocument=document(*statements))

    def read(self) -> str:
        """What it reads as a session of the role, or what it is refused with."""
        session = self.client("sts").assume_role(RoleArn=self.role_arn, RoleSessionName="reads")["Credentials"]
        secrets = boto3.client(
            "secretsmanager",
            region_name=REGION,
            endpoint_url=self.url,
            aws_access_key_id=session["AccessKeyId"],
            aws_secret_access_key=session["SecretAccessKey"],
            aws_session_token=session["SessionToken"],
        )
        try:
            return str(secrets.get_secret_value(SecretId=self.secret)["SecretString"])
        except ClientError as error:
            return f"{error.response['Error']['Code']}: {error.response['Error']['Message']}"

    def test_both_the_secret_and_its_key_are_asked_for(self) -> None:
        session = f"arn:aws:sts::{ACCOUNT}:assumed-role/{self.role}/reads"
        refused = f"AccessDeniedException: User: {session} is not authorized to perform: secretsmanager:GetSecretValue"
        self.assertEqual(self.read(), f"{refused} on resource: {self.secret}")
        read = allow("secretsmanager:GetSecretValue", self.secret)
        self.let(read)
        self.assertEqual(self.read(), "AccessDeniedException: Access to KMS is not allowed")
        via = {"StringEquals": {"kms:ViaService": f"secretsmanager.{REGION}.amazonaws.com"}}
        self.let(read, allow("kms:Decrypt", self.key_id, Condition=via))
        self.assertEqual(self.read(), "open")

    def test_the_boundary_and_the_policy_of_the_key_limit_the_role(self) -> None:
        self.let(allow("*", "*"))
        self.assertEqual(self.read(), "open")
        owner = {"Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:role/{self.name('another')}"}}
        self.iam.create_role(RoleName=owner["Principal"]["AWS"].split("/")[-1], AssumeRolePolicyDocument="{}")
        self.client("kms").put_key_policy(KeyId=self.key_id, PolicyName="default", Policy=document(allow("kms:*", "*", **owner)))
        self.assertEqual(self.read(), "AccessDeniedException: Access to KMS is not allowed")
        boundary = document(allow("kms:*", "*"))
        limit = self.iam.create_policy(PolicyName=self.name("limit"), PolicyDocument=boundary)["Policy"]["Arn"]
        self.iam.put_role_permissions_boundary(RoleName=self.role, PermissionsBoundary=limit)
        self.assertRegex(self.read(), "not authorized to perform: secretsmanager:GetSecretValue")


def allow(action: str, resource: str, **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def document(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements})
