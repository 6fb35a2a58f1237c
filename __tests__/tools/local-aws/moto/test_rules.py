"""AWS's own rules that the local AWS did not hold anybody to; each test is the rule and what is just within it."""

import json
from typing import Any

from support import ACCOUNT, OTHER_REGION, AwsTest


def policy_of(size: int, **fields: Any) -> str:
    """A policy document of that many characters, none of them white space."""
    statement = {"Sid": "", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", **fields}
    document = {"Version": "2012-10-17", "Statement": [statement]}
    room = size - len(json.dumps(document, separators=(",", ":")))
    return json.dumps({**document, "Statement": [{**statement, "Sid": "s" * room}]}, separators=(",", ":"))


class AlarmRegion(AwsTest):
    FIX = "cloudwatch_alarm_notifies_a_topic_of_its_region"

    def test_a_topic_of_another_region_is_refused(self) -> None:
        put = self.client("cloudwatch", "us-east-1").put_metric_alarm
        alarm = {
            "AlarmName": self.name("alarm"),
            "Namespace": "AWS/Route53",
            "MetricName": "HealthCheckStatus",
            "Statistic": "Minimum",
            "Period": 60,
            "EvaluationPeriods": 1,
            "Threshold": 1,
            "ComparisonOperator": "LessThanThreshold",
        }
        self.refused("ValidationError", put, **alarm, AlarmActions=[f"arn:aws:sns:eu-west-1:{ACCOUNT}:alerts"])
        self.refused("ValidationError", put, **alarm, OKActions=[f"arn:aws:sns:eu-west-1:{ACCOUNT}:alerts"])
        put(**alarm, AlarmActions=[f"arn:aws:sns:us-east-1:{ACCOUNT}:alerts"])


class WafLogs(AwsTest):
    FIX = "wafv2_logs_have_a_destination_of_that_name"

    def log(self, scope: str, destination: str) -> dict[str, Any]:
        arn = f"arn:aws:wafv2:us-east-1:{ACCOUNT}:{scope}/webacl/{self.name('acl')}/1"
        return {"LoggingConfiguration": {"ResourceArn": arn, "LogDestinationConfigs": [destination]}}

    def test_another_name_is_refused(self) -> None:
        put = self.client("wafv2", "us-east-1").put_logging_configuration
        self.refused("WAFInvalidParameterException", put, **self.log("regional", "arn:aws:s3:::shop-waf-logs"))
        put(**self.log("regional", "arn:aws:s3:::aws-waf-logs-shop"))

    def test_a_log_group_of_another_region_is_refused_for_cloudfront(self) -> None:
        put = self.client("wafv2", "us-east-1").put_logging_configuration
        group = "arn:aws:logs:{}:" + ACCOUNT + ":log-group:aws-waf-logs-shop"
        self.refused("WAFInvalidParameterException", put, **self.log("global", group.format("eu-west-1")))
        put(**self.log("global", group.format("us-east-1")))
        put(**self.log("global", "arn:aws:s3:::aws-waf-logs-shop"))


class QueryLog(AwsTest):
    FIX = "route53_query_log_is_admitted_to_its_group"

    def test_a_group_without_a_policy_for_route_53_is_refused(self) -> None:
        route53, logs = self.client("route53"), self.client("logs", "us-east-1")
        zone = route53.create_hosted_zone(Name="example.com", CallerReference=self.name("zone"))["HostedZone"]["Id"]
        name = self.name("/aws/route53/shop")
        logs.create_log_group(logGroupName=name)
        group = f"arn:aws:logs:us-east-1:{ACCOUNT}:log-group:{name}"
        asked = {"HostedZoneId": zone.split("/")[-1], "CloudWatchLogsLogGroupArn": group}
        self.refused("InsufficientCloudWatchLogsResourcePolicy", route53.create_query_logging_config, **asked)
        statement = {
            "Effect": "Allow",
            "Principal": {"Service": "route53.amazonaws.com"},
            "Action": ["logs:CreateLogStream", "logs:PutLogEvents"],
            "Resource": f"{group}:*",
        }
        document = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        logs.put_resource_policy(policyName=self.name("queries"), policyDocument=document)
        route53.create_query_logging_config(**asked)


class InlinePolicies(AwsTest):
    FIX = "iam_policies_of_a_role_have_a_quota_of_characters"

    def test_more_than_10240_characters_in_all_are_refused(self) -> None:
        iam, role = self.client("iam"), self.name("role")
        iam.create_role(RoleName=role, AssumeRolePolicyDocument="{}")
        put = iam.put_role_policy
        put(RoleName=role, PolicyName="one", PolicyDocument=policy_of(5_000))
        self.refused("LimitExceeded", put, RoleName=role, PolicyName="two", PolicyDocument=policy_of(5_241))
        put(RoleName=role, PolicyName="two", PolicyDocument=policy_of(5_240))
        put(RoleName=role, PolicyName="two", PolicyDocument=policy_of(5_240))


class ManagedPolicy(AwsTest):
    FIX = "iam_managed_policy_has_a_quota_of_characters"

    def test_6145_characters_are_refused(self) -> None:
        iam = self.client("iam")
        create = iam.create_policy
        self.refused("LimitExceeded", create, PolicyName=self.name("policy"), PolicyDocument=policy_of(6_145))
        arn = create(PolicyName=self.name("policy"), PolicyDocument=policy_of(6_144))["Policy"]["Arn"]
        self.refused("LimitExceeded", iam.create_policy_version, PolicyArn=arn, PolicyDocument=policy_of(6_145))


class KeyPolicy(AwsTest):
    FIX = "kms_key_policy_has_a_quota_of_bytes"

    def test_more_than_32_kilobytes_are_refused(self) -> None:
        kms, key = self.client("kms"), self.key()
        admin = {"Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}, "Action": "kms:*"}
        too_long = policy_of(32 * 1024 + 1, **admin)
        self.refused("LimitExceededException", kms.put_key_policy, KeyId=key, PolicyName="default", Policy=too_long)
        self.refused("LimitExceededException", kms.create_key, Policy=too_long)
        kms.put_key_policy(KeyId=key, PolicyName="default", Policy=policy_of(32 * 1024, **admin))


class BucketPolicy(AwsTest):
    FIX = "s3_bucket_policy_has_a_quota_of_bytes"

    def test_more_than_20_kilobytes_are_refused(self) -> None:
        s3, bucket = self.client("s3"), self.name("bucket")
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        own = {"Principal": {"AWS": ACCOUNT}, "Resource": f"arn:aws:s3:::{bucket}/*"}
        self.refused("PolicyTooLarge", s3.put_bucket_policy, Bucket=bucket, Policy=policy_of(20 * 1024 + 1, **own))
        s3.put_bucket_policy(Bucket=bucket, Policy=policy_of(20 * 1024, **own))


class KeyDeletion(AwsTest):
    FIX = "kms_deleted_key_waits_7_to_30_days"

    def test_a_key_waits_7_to_30_days(self) -> None:
        kms, key = self.client("kms"), self.key()
        for days in (6, 31):
            self.refused("ValidationException", kms.schedule_key_deletion, KeyId=key, PendingWindowInDays=days)
        kms.schedule_key_deletion(KeyId=key, PendingWindowInDays=7)


class ByItself(AwsTest):
    """What moto holds everybody to by itself; it has to stay so."""

    FIX = "server"

    def test_a_bucket_that_is_not_empty_stays(self) -> None:
        s3, bucket = self.client("s3"), self.name("bucket")
        s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
        s3.put_object(Bucket=bucket, Key="one", Body=b"1")
        self.refused("BucketNotEmpty", s3.delete_bucket, Bucket=bucket)

    def test_a_secret_waits_7_to_30_days_unless_forced(self) -> None:
        secrets, name = self.client("secretsmanager"), self.name("secret")
        secrets.create_secret(Name=name, SecretString="value")
        for days in (6, 31):
            self.refused("InvalidParameterException", secrets.delete_secret, SecretId=name, RecoveryWindowInDays=days)
        secrets.delete_secret(SecretId=name, ForceDeleteWithoutRecovery=True)

    def test_a_target_group_has_32_characters(self) -> None:
        elb, vpc = self.client("elbv2"), self.vpc()[0]
        group = {"Protocol": "HTTPS", "Port": 8443, "VpcId": vpc}
        self.refused("ValidationError", elb.create_target_group, Name="t" * 33, **group)
        elb.create_target_group(Name="t" * 32, **group)

    def test_a_role_is_there_once(self) -> None:
        name = self.name("role")
        self.client("iam").create_role(RoleName=name, AssumeRolePolicyDocument="{}")
        elsewhere = self.client("iam", OTHER_REGION).create_role
        self.refused("EntityAlreadyExists", elsewhere, RoleName=name, AssumeRolePolicyDocument="{}")

    def database(self, **options: Any) -> str:
        name = self.name("database")
        login = {"MasterUsername": "shopkeeper", "MasterUserPassword": "correct-horse-battery"}
        create = self.client("rds").create_db_cluster
        create(DBClusterIdentifier=name, Engine="aurora-postgresql", **login, **options)
        return name

    def test_a_protected_database_stays(self) -> None:
        rds, name = self.client("rds"), self.database(DeletionProtection=True)
        delete = {"DBClusterIdentifier": name, "SkipFinalSnapshot": True}
        self.refused("InvalidParameterCombination", rds.delete_db_cluster, **delete)
        rds.modify_db_cluster(DBClusterIdentifier=name, DeletionProtection=False)
        rds.delete_db_cluster(**delete)

    def test_a_database_goes_with_a_final_snapshot_unless_told_otherwise(self) -> None:
        rds, name = self.client("rds"), self.database()
        self.refused("InvalidParameterCombination", rds.delete_db_cluster, DBClusterIdentifier=name)
        rds.delete_db_cluster(DBClusterIdentifier=name, FinalDBSnapshotIdentifier=f"{name}-last")

    def test_a_protected_table_stays(self) -> None:
        dynamodb, name = self.client("dynamodb"), self.name("table")
        dynamodb.create_table(
            TableName=name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": "LockID", "AttributeType": "S"}],
            KeySchema=[{"AttributeName": "LockID", "KeyType": "HASH"}],
            DeletionProtectionEnabled=True,
        )
        self.refused("ValidationException", dynamodb.delete_table, TableName=name)
        dynamodb.update_table(TableName=name, DeletionProtectionEnabled=False)
        dynamodb.delete_table(TableName=name)
