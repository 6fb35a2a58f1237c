"""Names of roles."""

from support import AwsTest


class RoleName(AwsTest):
    FIX = "iam_role_name_has_64_characters_at_most"

    def test_65_characters_are_refused(self) -> None:
        create = self.client("iam").create_role
        self.refused("ValidationError", create, RoleName="r" * 65, AssumeRolePolicyDocument="{}")
        create(RoleName="r" * 64, AssumeRolePolicyDocument="{}")


class ReplicationRole(AwsTest):
    FIX = "iam_replication_role_has_ecrs_own_name"

    def test_it_is_found_and_deleted_by_it(self) -> None:
        iam = self.client("iam")
        role = iam.create_service_linked_role(AWSServiceName="replication.ecr.amazonaws.com")["Role"]
        self.assertEqual(role["RoleName"], "AWSServiceRoleForECRReplication")
        self.assertTrue(role["Arn"].endswith("/replication.ecr.amazonaws.com/AWSServiceRoleForECRReplication"))
        self.assertEqual(iam.get_role(RoleName=role["RoleName"])["Role"]["Arn"], role["Arn"])
        iam.delete_service_linked_role(RoleName=role["RoleName"])
        self.refused("NoSuchEntity", iam.get_role, RoleName=role["RoleName"])
