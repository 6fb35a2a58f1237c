"""AWS Backup: vaults, plans and selections."""

import json
from typing import Any

from support import OTHER_REGION, REGION, AwsTest

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

    def test_it_lists_recovery_points(self) -> None:
        self.assertEqual(self.backup.list_recovery_points_by_backup_vault(**self.of)["RecoveryPoints"], [])
        missing = {"BackupVaultName": "missing"}
        self.refused("ResourceNotFoundException", self.backup.list_recovery_points_by_backup_vault, **missing)


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
