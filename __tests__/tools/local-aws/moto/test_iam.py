"""Names of roles."""

from support import AwsTest


class RoleName(AwsTest):
    FIX = "iam_role_name_has_64_characters_at_most"

    def test_65_characters_are_refused(self) -> None:
        create = self.client("iam").create_role
        self.refused("ValidationError", create, RoleName="r" * 65, AssumeRolePolicyDocument="{}")
        create(RoleName="r" * 64, AssumeRolePolicyDocument="{}")
