"""User pools."""

from typing import Any

from support import AwsTest


class Pools(AwsTest):
    FIX = "cognito_user_pool_has_a_tier_and_a_protection"

    def make(self, **options: Any) -> dict[str, Any]:
        return self.client("cognito-idp").create_user_pool(PoolName=self.name("pool"), **options)["UserPool"]

    def test_it_has_the_essentials_unless_it_is_told(self) -> None:
        self.assertEqual(self.make()["UserPoolTier"], "ESSENTIALS")
        pool = self.make(UserPoolTier="PLUS")
        cognito = self.client("cognito-idp")
        cognito.update_user_pool(UserPoolId=pool["Id"], DeletionProtection="INACTIVE")
        self.assertEqual(cognito.describe_user_pool(UserPoolId=pool["Id"])["UserPool"]["UserPoolTier"], "PLUS")

    def test_threat_protection_is_refused_without_its_plan(self) -> None:
        enforced = {"AdvancedSecurityMode": "ENFORCED"}
        self.refused("FeatureUnavailableInTierException", self.make, UserPoolAddOns=enforced)
        self.make(UserPoolAddOns=enforced, UserPoolTier="PLUS")

    def test_a_protected_one_stays(self) -> None:
        cognito, pool = self.client("cognito-idp"), self.make(DeletionProtection="ACTIVE")
        self.refused("InvalidParameterException", cognito.delete_user_pool, UserPoolId=pool["Id"])
        cognito.update_user_pool(UserPoolId=pool["Id"], DeletionProtection="INACTIVE")
        cognito.delete_user_pool(UserPoolId=pool["Id"])
