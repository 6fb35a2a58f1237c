"""AWS Backup: vaults, plans and selections."""

import json
import time
from typing import Any

from support import ACCOUNT, OTHER_REGION, REGION, AwsTest

TRUST = {"Effect": "Allow", "Principal": {"Service": "backup.amazonaws.com"}, "Action": "sts:AssumeRole"}
POLICY = {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "backup:DeleteRecoveryPoint", "Resource": "*"}]}


class BackupTest(AwsTest):
    def setUp(self) -> None:
        self.backup = self.client("backup")

    def vault(self, **options: Any) -> dict:
        name = self.name("vault")
        self.backup.create_backup_vault(BackupVaultName=name, **options)
        return self.backup.describe_backup_vault(BackupVaultName=name)

    def document(self, copies_to: str | None = None, **said: Any) -> dict:
        copies = {"CopyActions": [{"DestinationBackupVaultArn": copies_to}]} if copies_to else {}
        rule = {"RuleName": "daily", "TargetBackupVaultName": "shop", **copies, **said}
        return {"BackupPlanName": self.name("plan"), "Rules": [rule]}

    def plan(self, **options: Any) -> str:
        return self.backup.create_backup_plan(BackupPlan=self.document(**options))["BackupPlanId"]

    def role(self, statement: dict = TRUST) -> str:
        trust = json.dumps({"Statement": [statement]})
        return self.client("iam").create_role(RoleName=self.name("role"), AssumeRolePolicyDocument=trust)["Role"]["Arn"]

    def select(self, plan: str, role: str, name: str = "tagged") -> str:
        selection = {"SelectionName": name, "IamRoleArn": role, "Resources": ["*"]}
        return self.backup.create_backup_selection(BackupPlanId=plan, BackupSelection=selection)["SelectionId"]


class Tags(BackupTest):
    FIX = "backup_tags_belong_to_their_resource"

    def test_those_of_a_vault_are_told_and_changed(self) -> None:
        arn = self.vault(BackupVaultTags={"of": "shop"})["BackupVaultArn"]
        self.backup.tag_resource(ResourceArn=arn, Tags={"kept": "long"})
        self.backup.untag_resource(ResourceArn=arn, TagKeyList=["of"])
        # boto3 sends a slash after the ARN, which the SDKs of other languages leave out.
        self.backup.meta.events.register("before-sign.backup.ListTags", without_last_slash)
        self.assertEqual(self.backup.list_tags(ResourceArn=arn)["Tags"], {"kept": "long"})


def without_last_slash(request: Any, **_: Any) -> None:
    request.url = request.url.rstrip("/")


class Plan(BackupTest):
    FIX = "backup_plan_copies_to_a_vault_and_can_change"

    def test_a_malformed_destination_is_refused(self) -> None:
        self.refused("InvalidParameterValueException", self.plan, copies_to="arn:aws:backup:eu-west-1:vault/shop")

    def test_a_schedule_that_is_none_is_refused(self) -> None:
        for schedule in ("cron(0 0/24 * * ? *)", "cron(0  * * ? *)", "cron(0 24 * * ? *)", "rate(1 hour)"):
            self.refused("InvalidParameterValueException", self.plan, ScheduleExpression=schedule)
        self.plan(ScheduleExpression="cron(0 0,1,3-23 * * ? *)")

    def test_a_start_window_of_less_than_an_hour_is_refused(self) -> None:
        self.refused("InvalidParameterValueException", self.plan, StartWindowMinutes=30)

    def test_it_takes_a_new_document(self) -> None:
        plan, changed = self.plan(), self.document(f"arn:aws:backup:{OTHER_REGION}:123456789012:backup-vault:shop")
        self.backup.update_backup_plan(BackupPlanId=plan, BackupPlan=changed)
        told = self.backup.get_backup_plan(BackupPlanId=plan)["BackupPlan"]
        self.assertEqual(told["BackupPlanName"], changed["BackupPlanName"])
        self.assertEqual(told["Rules"][0]["CopyActions"], changed["Rules"][0]["CopyActions"])

    def test_it_goes_only_after_its_selections(self) -> None:
        plan = self.plan()
        selection = self.select(plan, self.role())
        self.refused("InvalidRequestException", self.backup.delete_backup_plan, BackupPlanId=plan)
        self.backup.delete_backup_selection(BackupPlanId=plan, SelectionId=selection)
        self.backup.delete_backup_plan(BackupPlanId=plan)

    def test_the_name_of_a_deleted_plan_can_be_used_again(self) -> None:
        document = self.document()
        for _ in range(2):
            plan = self.backup.create_backup_plan(BackupPlan=document)["BackupPlanId"]
            self.backup.delete_backup_plan(BackupPlanId=plan)


class Selection(BackupTest):
    FIX = "backup_selection_assigns_resources_to_a_plan"

    def test_it_is_told_listed_and_deleted(self) -> None:
        plan, role = self.plan(), self.role()
        selection = {"BackupPlanId": plan, "SelectionId": self.select(plan, role)}
        told = self.backup.get_backup_selection(**selection)["BackupSelection"]
        self.assertEqual((told["IamRoleArn"], told["Resources"]), (role, ["*"]))
        listed = self.backup.list_backup_selections(BackupPlanId=plan)["BackupSelectionsList"]
        self.assertEqual([each["SelectionName"] for each in listed], ["tagged"])
        self.backup.delete_backup_selection(**selection)
        self.refused("InvalidParameterValueException", self.backup.get_backup_selection, **selection)

    def test_a_role_that_backup_cannot_assume_is_refused(self) -> None:
        plan = self.plan()
        foreign = self.role(TRUST | {"Principal": {"Service": "ec2.amazonaws.com"}})
        for role in (foreign, "arn:aws:iam::123456789012:role/missing"):
            self.refused("InvalidParameterValueException", self.select, plan=plan, role=role)

    def test_a_selection_without_a_role_is_refused(self) -> None:
        selection = {"BackupPlanId": self.plan(), "BackupSelection": {"SelectionName": "tagged"}}
        self.refused("InvalidParameterValueException", self.backup.create_backup_selection, **selection)


class VaultKey(BackupTest):
    FIX = "backup_vault_key_exists_in_its_region"

    def test_a_key_of_another_region_is_refused(self) -> None:
        self.refused("InvalidParameterValueException", self.vault, EncryptionKeyArn=self.key(OTHER_REGION))

    def test_a_missing_key_is_refused(self) -> None:
        missing = f"arn:aws:kms:{REGION}:123456789012:key/00000000-0000-0000-0000-000000000000"
        self.refused("InvalidParameterValueException", self.vault, EncryptionKeyArn=missing)

    def test_without_one_it_is_the_key_of_backup(self) -> None:
        key = self.client("kms").describe_key(KeyId=self.vault()["EncryptionKeyArn"])["KeyMetadata"]
        self.assertEqual(key["KeyManager"], "AWS")


class VaultSettings(BackupTest):
    FIX = "backup_vault_has_a_policy_and_notifications"

    def setUp(self) -> None:
        super().setUp()
        self.of = {"BackupVaultName": self.vault()["BackupVaultName"]}

    def test_its_policy_is_kept_until_deleted(self) -> None:
        self.backup.put_backup_vault_access_policy(**self.of, Policy=json.dumps(POLICY))
        self.assertEqual(json.loads(self.backup.get_backup_vault_access_policy(**self.of)["Policy"]), POLICY)
        self.backup.delete_backup_vault_access_policy(**self.of)
        self.refused("ResourceNotFoundException", self.backup.get_backup_vault_access_policy, **self.of)

    def test_a_policy_that_is_none_is_refused(self) -> None:
        for policy in ("{", "{}", '{"Statement": [{"Effect": "Deny"}]}'):
            put = self.backup.put_backup_vault_access_policy
            self.refused("InvalidParameterValueException", put, **self.of, Policy=policy)

    def test_its_notifications_are_kept_until_deleted(self) -> None:
        wanted = {"SNSTopicArn": f"arn:aws:sns:{REGION}:123456789012:t", "BackupVaultEvents": ["BACKUP_JOB_FAILED"]}
        self.backup.put_backup_vault_notifications(**self.of, **wanted)
        told = self.backup.get_backup_vault_notifications(**self.of)
        self.assertEqual({name: told[name] for name in wanted}, wanted)
        self.backup.delete_backup_vault_notifications(**self.of)
        self.refused("ResourceNotFoundException", self.backup.get_backup_vault_notifications, **self.of)

    def test_an_event_that_does_not_exist_is_refused(self) -> None:
        wanted = {"SNSTopicArn": f"arn:aws:sns:{REGION}:123456789012:t", "BackupVaultEvents": ["BACKUP_JOB_LOST"]}
        put = self.backup.put_backup_vault_notifications
        self.refused("InvalidParameterValueException", put, **self.of, **wanted)


class RegionSettings(AwsTest):
    FIX = "backup_region_opts_in_to_resource_types"

    def opted_in(self) -> dict[str, bool]:
        return self.client("backup").describe_region_settings()["ResourceTypeOptInPreference"]

    def test_a_region_opts_in_to_resource_types_one_by_one(self) -> None:
        backup, before = self.client("backup"), self.opted_in()
        backup.update_region_settings(ResourceTypeOptInPreference={"Aurora": True})
        self.assertEqual(self.opted_in(), {**before, "Aurora": True})
        self.refused(
            "InvalidParameterValueException",
            backup.update_region_settings,
            ResourceTypeOptInPreference={"Aurora": False, "Mainframe": True},
        )
        self.assertEqual(self.opted_in(), {**before, "Aurora": True})


class JobTest(BackupTest):
    """A cluster whose backups go into a vault, in a region that has opted in to Aurora."""

    def setUp(self) -> None:
        super().setUp()
        self.backup.update_region_settings(ResourceTypeOptInPreference={"Aurora": True})
        self.trusted, self.into, self.kms = self.role(), self.vault(), self.key()
        cluster = self.client("rds").create_db_cluster(
            **{"DBClusterIdentifier": self.name("orders"), "Engine": "aurora-postgresql", "KmsKeyId": self.kms},
            **{"MasterUsername": "shop", "MasterUserPassword": "correct-horse", "StorageEncrypted": True},
            Tags=[{"Key": "Project", "Value": "shop"}],
        )
        self.database = cluster["DBCluster"]["DBClusterArn"]
        self.of = {"BackupVaultName": self.into["BackupVaultName"]}

    def start(self, **other: Any) -> str:
        asked = {**self.of, "ResourceArn": self.database, "IamRoleArn": self.trusted, **other}
        return self.backup.start_backup_job(**asked)["BackupJobId"]

    def ended(self, job: str) -> dict:
        while (told := self.backup.describe_backup_job(BackupJobId=job))["State"] == "RUNNING":
            time.sleep(0.1)
        self.assertEqual(told["State"], "COMPLETED")
        return told

    def snapshot(self, arn: str, region: str = REGION) -> dict:
        rds = self.client("rds", region)
        identifier = arn.split(":cluster-snapshot:")[1]
        return rds.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=identifier)["DBClusterSnapshots"][0]


class BackupJobs(JobTest):
    FIX = "backup_jobs_make_recovery_points"

    def test_one_makes_a_recovery_point_with_a_snapshot_that_only_backup_deletes(self) -> None:
        arn = self.ended(self.start(RecoveryPointTags={"Run": "1"}))["RecoveryPointArn"]
        self.assertIn(":cluster-snapshot:awsbackup:job-", arn)
        listed = self.backup.list_recovery_points_by_backup_vault(**self.of)["RecoveryPoints"]
        self.assertEqual([(each["RecoveryPointArn"], each["Status"]) for each in listed], [(arn, "COMPLETED")])
        made, rds = self.snapshot(arn), self.client("rds")
        self.assertEqual((made["SnapshotType"], made["KmsKeyId"]), ("awsbackup", self.kms))
        self.assertEqual({each["Key"] for each in made["TagList"]}, {"Project", "Run"})
        others = rds.describe_db_cluster_snapshots()["DBClusterSnapshots"]
        self.assertNotIn(arn, [each["DBClusterSnapshotArn"] for each in others])
        identifier = made["DBClusterSnapshotIdentifier"]
        delete = rds.delete_db_cluster_snapshot
        self.refused("InvalidDBClusterSnapshotStateFault", delete, DBClusterSnapshotIdentifier=identifier)
        self.backup.delete_recovery_point(**self.of, RecoveryPointArn=arn)
        gone = {"DBClusterSnapshotIdentifier": identifier}
        self.refused("DBClusterSnapshotNotFoundFault", rds.describe_db_cluster_snapshots, **gone)

    def test_a_type_that_the_region_has_not_opted_in_to_is_refused(self) -> None:
        self.backup.update_region_settings(ResourceTypeOptInPreference={"Aurora": False})
        self.refused("InvalidRequestException", self.start)

    def test_a_role_that_backup_cannot_assume_is_refused(self) -> None:
        self.refused("InvalidParameterValueException", self.start, IamRoleArn=f"{self.trusted}-of-nobody")

    def test_one_of_a_database_cannot_be_stopped(self) -> None:
        self.refused("InvalidRequestException", self.backup.stop_backup_job, BackupJobId=self.start())

    def test_a_vault_goes_when_no_job_works_for_it_and_it_is_empty(self) -> None:
        job, delete = self.start(), self.backup.delete_backup_vault
        self.assertIn("jobs work for it", self.refused("InvalidRequestException", delete, **self.of))
        arn = self.ended(job)["RecoveryPointArn"]
        self.assertIn("contains recovery points", self.refused("InvalidRequestException", delete, **self.of))
        self.backup.delete_recovery_point(**self.of, RecoveryPointArn=arn)
        delete(**self.of)

    def test_a_database_can_be_deleted_and_its_backup_stays(self) -> None:
        arn, rds, cluster = self.ended(self.start())["RecoveryPointArn"], self.client("rds"), self.database.split(":")[-1]
        instance = {"DBInstanceIdentifier": f"{cluster}-1", "DBInstanceClass": "db.r6g.large", "Engine": "aurora-postgresql"}
        rds.create_db_instance(**instance, DBClusterIdentifier=cluster)
        rds.delete_db_instance(DBInstanceIdentifier=f"{cluster}-1", SkipFinalSnapshot=True)
        rds.delete_db_cluster(DBClusterIdentifier=cluster, SkipFinalSnapshot=True)
        self.assertEqual(self.snapshot(arn)["Status"], "available")

    def test_they_are_listed_by_their_vault(self) -> None:
        job = self.start()
        listed = self.backup.list_backup_jobs(ByBackupVaultName=self.of["BackupVaultName"], ByState="RUNNING")
        self.assertEqual([each["BackupJobId"] for each in listed["BackupJobs"]], [job])


class CopyJobs(JobTest):
    FIX = "backup_copies_are_under_the_key_of_their_vault"

    def test_a_copy_is_under_the_key_of_its_vault_and_has_the_date_of_its_source(self) -> None:
        there, key = self.client("backup", OTHER_REGION), self.key(OTHER_REGION)
        name = self.name("copies")
        vault = there.create_backup_vault(BackupVaultName=name, EncryptionKeyArn=key)["BackupVaultArn"]
        arn = self.ended(self.start())["RecoveryPointArn"]
        source = self.backup.describe_recovery_point(**self.of, RecoveryPointArn=arn)
        asked = {"RecoveryPointArn": arn, "DestinationBackupVaultArn": vault, "IamRoleArn": self.trusted}
        from_it = {"SourceBackupVaultName": self.of["BackupVaultName"]}
        job = self.backup.start_copy_job(**asked, **from_it)["CopyJobId"]
        for client, of in ((self.backup, self.of), (there, {"BackupVaultName": name})):
            self.assertIn("jobs work", self.refused("InvalidRequestException", client.delete_backup_vault, **of))
        while (copy := self.backup.describe_copy_job(CopyJobId=job)["CopyJob"])["State"] == "RUNNING":
            time.sleep(0.1)
        listed = self.backup.list_copy_jobs(ByState="COMPLETED", ByDestinationVaultArn=vault)["CopyJobs"]
        self.assertEqual([each["CopyJobId"] for each in listed], [job])
        (point,) = there.list_recovery_points_by_backup_vault(BackupVaultName=name)["RecoveryPoints"]
        self.assertEqual(point["RecoveryPointArn"], copy["DestinationRecoveryPointArn"])
        self.assertEqual(point["CreationDate"], source["CreationDate"])
        made = self.snapshot(point["RecoveryPointArn"], OTHER_REGION)
        self.assertEqual((made["SnapshotType"], made["KmsKeyId"]), ("awsbackup", key))

    def test_the_key_of_its_source_is_used_from_the_region_of_its_vault(self) -> None:
        key = self.key(OTHER_REGION)
        made = self.client("backup", OTHER_REGION).create_backup_vault(BackupVaultName=self.name("copies"), EncryptionKeyArn=key)
        arn = self.ended(self.start())["RecoveryPointArn"]
        asked = {"RecoveryPointArn": arn, "DestinationBackupVaultArn": made["BackupVaultArn"], "IamRoleArn": self.trusted}

        def copied(region: str) -> str:
            via = {"Condition": {"StringLike": {"kms:ViaService": f"rds.{region}.amazonaws.com"}}}
            policy = {"Statement": [allowing(ACCOUNT, "kms:Put*"), {**allowing(ACCOUNT, "kms:*"), **via}]}
            self.client("kms").put_key_policy(KeyId=self.kms, PolicyName="default", Policy=json.dumps(policy))
            job = self.backup.start_copy_job(**asked, SourceBackupVaultName=self.of["BackupVaultName"])["CopyJobId"]
            while (told := self.backup.describe_copy_job(CopyJobId=job)["CopyJob"])["State"] == "RUNNING":
                time.sleep(0.1)
            return str(told.get("StatusMessage", told["State"]))

        self.assertIn("source snapshot KMS key", copied(REGION))
        self.assertEqual(copied("*"), "COMPLETED")

    def test_a_vault_that_does_not_exist_is_refused(self) -> None:
        arn = self.ended(self.start())["RecoveryPointArn"]
        vault = f"arn:aws:backup:{OTHER_REGION}:123456789012:backup-vault:missing"
        asked = {"RecoveryPointArn": arn, "DestinationBackupVaultArn": vault, "IamRoleArn": self.trusted}
        from_it = {"SourceBackupVaultName": self.of["BackupVaultName"]}
        self.refused("ResourceNotFoundException", self.backup.start_copy_job, **asked, **from_it)


class RestoreJobs(JobTest):
    FIX = "backup_restore_jobs_restore_databases"

    def setUp(self) -> None:
        super().setUp()
        self.point = self.ended(self.start())["RecoveryPointArn"]

    def told(self) -> dict[str, str]:
        return self.backup.get_recovery_point_restore_metadata(**self.of, RecoveryPointArn=self.point)["RestoreMetadata"]

    def restore(self, metadata: dict[str, str], **other: Any) -> str:
        asked = {"RecoveryPointArn": self.point, "IamRoleArn": self.trusted, "Metadata": metadata, **other}
        return self.backup.start_restore_job(**asked)["RestoreJobId"]

    def done(self, job: str) -> dict:
        while (told := self.backup.describe_restore_job(RestoreJobId=job))["Status"] == "RUNNING":
            self.assertNotIn("CreatedResourceArn", told)
            time.sleep(0.1)
        return told

    def test_one_makes_a_cluster_with_the_metadata_under_the_key_of_the_snapshot(self) -> None:
        metadata, name = self.told(), self.name("restored")
        self.assertEqual((metadata["Engine"], metadata["KmsKeyId"]), ("aurora-postgresql", self.kms))
        self.refused("InvalidParameterValueException", self.restore, metadata=metadata)
        logs = {"EnableCloudwatchLogsExports": '["postgresql"]'}
        changed = {**metadata, **logs, "DBClusterIdentifier": name, "DeletionProtection": "true"}
        job = self.restore(changed, IdempotencyToken=name, CopySourceTagsToRestoredResource=True)
        self.assertEqual(self.restore(changed, IdempotencyToken=name), job)
        told = self.done(job)
        self.assertEqual((told["Status"], told.get("StatusMessage")), ("COMPLETED", None))
        self.assertEqual(told["SourceResourceArn"], self.database)
        made = self.client("rds").describe_db_clusters(DBClusterIdentifier=name)["DBClusters"][0]
        self.assertEqual((made["DBClusterArn"], made["KmsKeyId"]), (told["CreatedResourceArn"], self.kms))
        self.assertEqual((made["DBClusterMembers"], made["TagList"]), ([], [{"Key": "Project", "Value": "shop"}]))
        self.assertEqual((made["DeletionProtection"], made["EnabledCloudwatchLogsExports"]), (True, ["postgresql"]))
        listed = self.backup.list_restore_jobs(ByStatus="COMPLETED")["RestoreJobs"]
        self.assertIn(job, [each["RestoreJobId"] for each in listed])

    def test_one_is_refused_without_a_point_a_role_or_metadata_and_fails_where_the_name_is_taken(self) -> None:
        good = {"DBClusterIdentifier": self.name("new"), "Engine": "aurora-postgresql"}
        invalid = "InvalidParameterValueException"
        gone = self.point.replace(":job-", ":job-0")
        self.refused("ResourceNotFoundException", self.restore, metadata=good, RecoveryPointArn=gone)
        self.refused(invalid, self.restore, metadata=good, IamRoleArn=f"{self.trusted}-of-nobody")
        self.refused(invalid, self.restore, metadata={**good, "DBInstanceIdentifier": "new"})
        self.refused(invalid, self.restore, metadata={**good, "DeletionProtection": "perhaps"})
        self.refused(invalid, self.restore, metadata=good, ResourceType="RDS")
        self.refused("ResourceNotFoundException", self.backup.describe_restore_job, RestoreJobId="missing")
        taken = {"dbClusterIdentifier": self.database.split(":")[-1], "engine": "aurora-postgresql"}
        told = self.done(self.restore(taken))
        self.assertEqual(told["Status"], "FAILED")
        self.assertIn("already exists", told["StatusMessage"])

    def test_one_makes_an_instance_of_an_instance(self) -> None:
        rds, name = self.client("rds"), self.name("single")
        made = rds.create_db_instance(
            **{"DBInstanceIdentifier": name, "DBInstanceClass": "db.t4g.medium", "Engine": "postgres"},
            **{"AllocatedStorage": 20, "MasterUsername": "shop", "MasterUserPassword": "correct-horse"},
        )["DBInstance"]
        self.point = self.ended(self.start(ResourceArn=made["DBInstanceArn"]))["RecoveryPointArn"]
        told = self.done(self.restore({**self.told(), "DBInstanceIdentifier": f"{name}-again"}))
        self.assertEqual((told["Status"], told.get("StatusMessage")), ("COMPLETED", None))
        again = rds.describe_db_instances(DBInstanceIdentifier=f"{name}-again")["DBInstances"][0]
        self.assertEqual((again["DBInstanceArn"], again["DBInstanceClass"]), (told["CreatedResourceArn"], "db.t4g.medium"))


CROSS_ACCOUNT = "isCrossAccountBackupEnabled"
SERVICE_ROLE = "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup"


class AccountsTest(JobTest):
    """An organization: this account manages it, and has a member; a third account is in none."""

    member = ""

    def setUp(self) -> None:
        super().setUp()
        if not AccountsTest.member:
            organizations = self.client("organizations")
            organizations.create_organization()
            made = organizations.create_account(AccountName="backups", Email="backups@shop.example.com")
            AccountsTest.member = made["CreateAccountStatus"]["AccountId"]
        self.let_copy("false")

    def let_copy(self, said: str = "true") -> None:
        self.backup.update_global_settings(GlobalSettings={CROSS_ACCOUNT: said})


class Organization(AccountsTest):
    FIX = "backup_organization_lets_accounts_copy"

    def test_only_its_management_account_lets_accounts_copy_and_only_its_members_may_ask(self) -> None:
        member, stranger = (self.within(account, "backup") for account in (self.member, "999999999999"))
        self.refused("InvalidRequestException", stranger.describe_global_settings)
        self.refused("InvalidRequestException", member.update_global_settings, GlobalSettings={CROSS_ACCOUNT: "true"})
        self.assertEqual(member.describe_global_settings()["GlobalSettings"][CROSS_ACCOUNT], "false")
        self.let_copy()
        self.assertEqual(member.describe_global_settings()["GlobalSettings"][CROSS_ACCOUNT], "true")

    def test_a_setting_that_does_not_exist_is_refused(self) -> None:
        update = self.backup.update_global_settings
        self.refused("InvalidParameterValueException", update, GlobalSettings={"isEverythingEnabled": "true"})


class CopyJobsToAnotherAccount(AccountsTest):
    FIX = "backup_copies_are_under_the_key_of_their_vault"

    def setUp(self) -> None:
        super().setUp()
        self.there, self.theirs = self.within(self.member, "backup"), {"BackupVaultName": self.name("copies")}
        self.their_key = self.within(self.member, "kms").create_key()["KeyMetadata"]["Arn"]
        self.vault_arn = self.there.create_backup_vault(**self.theirs, EncryptionKeyArn=self.their_key)["BackupVaultArn"]
        self.arn = self.ended(self.start())["RecoveryPointArn"]

    def admit_to_vault(self) -> None:
        policy = {"Statement": [allowing(ACCOUNT, "backup:CopyIntoBackupVault")]}
        self.there.put_backup_vault_access_policy(**self.theirs, Policy=json.dumps(policy))

    def admit_to_key(self, role: str = SERVICE_ROLE) -> None:
        reads = allowing(self.member, "kms:DescribeKey", "kms:ReEncrypt*", "kms:CreateGrant")
        only = {"Condition": {"ArnEquals": {"aws:PrincipalArn": f"arn:aws:iam::{self.member}:{role}"}}}
        policy = {"Statement": [allowing(ACCOUNT, "kms:*"), {**reads, **only}]}
        self.client("kms").put_key_policy(KeyId=self.kms, PolicyName="default", Policy=json.dumps(policy))

    def copy(self, vault: str) -> dict:
        asked = {"RecoveryPointArn": self.arn, "IamRoleArn": self.trusted, "DestinationBackupVaultArn": vault}
        job = self.backup.start_copy_job(**asked, SourceBackupVaultName=self.of["BackupVaultName"])["CopyJobId"]
        while (told := self.backup.describe_copy_job(CopyJobId=job)["CopyJob"])["State"] == "RUNNING":
            time.sleep(0.1)
        return told

    def fails(self, vault: str, says: str) -> None:
        copy = self.copy(vault)
        self.assertEqual(copy["State"], "FAILED")
        self.assertIn(says, copy["StatusMessage"])
        self.assertEqual(self.points(), [])

    def points(self) -> list[dict]:
        return self.there.list_recovery_points_by_backup_vault(**self.theirs)["RecoveryPoints"]

    def test_one_makes_a_recovery_point_there_under_the_key_of_that_vault(self) -> None:
        self.let_copy()
        self.admit_to_vault()
        self.admit_to_key()
        copy = self.copy(self.vault_arn)
        self.assertEqual(copy["State"], "COMPLETED")
        (point,) = self.points()
        self.assertEqual(point["RecoveryPointArn"], copy["DestinationRecoveryPointArn"])
        self.assertIn(f":{self.member}:cluster-snapshot:awsbackup:copyjob-", point["RecoveryPointArn"])
        self.assertEqual(point["EncryptionKeyArn"], self.their_key)

    def test_it_fails_until_organization_vault_and_key_all_allow_it(self) -> None:
        self.fails(self.vault_arn, "not enabled in the organization")
        self.let_copy()
        self.fails(self.vault_arn, "Access Denied")
        self.admit_to_vault()
        self.fails(self.vault_arn, "source snapshot KMS key")
        self.admit_to_key("role/somebody")
        self.fails(self.vault_arn, "source snapshot KMS key")

    def test_a_vault_that_is_not_there_and_one_of_a_stranger_fail_it(self) -> None:
        self.let_copy()
        self.fails(f"{self.vault_arn}-missing", "Access Denied")
        self.fails(self.vault_arn.replace(self.member, "999999999999"), "same organization")


def allowing(account: str, *actions: str) -> dict:
    return {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:root"}, "Action": list(actions), "Resource": "*"}
