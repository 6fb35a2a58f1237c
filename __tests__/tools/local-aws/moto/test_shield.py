"""Shield Advanced."""

from support import AwsTest


class SubscriptionTimes(AwsTest):
    FIX = "shield_subscription_tells_its_times"

    def test_it_lasts_a_year(self) -> None:
        shield = self.client("shield")
        shield.create_subscription()
        told = shield.describe_subscription()["Subscription"]
        self.assertEqual((told["EndTime"] - told["StartTime"]).days, 365)


class ProtectionWithoutSubscription(AwsTest):
    FIX = "shield_protection_needs_a_subscription"

    def test_it_is_refused(self) -> None:
        # Runs before the other tests, which subscribe: the account's one subscription has no end.
        shield, zone = self.client("shield"), "arn:aws:route53:::hostedzone/Z0SHOP"
        self.refused("ResourceNotFoundException", shield.create_protection, Name="zone", ResourceArn=zone)
        shield.create_subscription()
        shield.create_protection(Name="zone", ResourceArn=zone)
