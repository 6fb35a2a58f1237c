"""A user pool has a feature plan, ESSENTIALS unless it is told, and stays while it is protected from deletion.

AWS refuses threat protection to any plan but PLUS, and to delete a protected pool. moto keeps no plan of its own accord,
and deletes every pool.
https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-sign-in-feature-plans.html
https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
"""

from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPool
from patching import wrap
from service import Refusal

PLAN = "UserPoolTier"


@wrap(CognitoIdpUserPool, "update_extended_config")
def update_extended_config(original: Any, self: CognitoIdpUserPool, asked: dict[str, Any]) -> None:
    plan = asked.get(PLAN) or vars(self).get("extended_config", {}).get(PLAN) or "ESSENTIALS"
    if asked.get("UserPoolAddOns", {}).get("AdvancedSecurityMode", "OFF") != "OFF" and plan != "PLUS":
        raise Refusal("FeatureUnavailableInTierException", f"Threat protection is not in the plan {plan}")
    original(self, {**asked, PLAN: plan})


@wrap(CognitoIdpBackend, "delete_user_pool")
def delete_user_pool(original: Any, self: CognitoIdpBackend, user_pool_id: str) -> None:
    if self.describe_user_pool(user_pool_id).extended_config.get("DeletionProtection") == "ACTIVE":
        raise InvalidParameterException("The user pool cannot be deleted: its deletion protection is active.")
    original(self, user_pool_id)
