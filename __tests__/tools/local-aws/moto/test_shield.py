"""Shield Advanced."""

from support import AwsTest


class SubscriptionTimes(AwsTest):
    FIX = "shield_subscription_tells_its_times"

    def test_it_lasts_a_year(self) -> None:
        shield = self.client("shield")
        shield.create_subscription()
        told = shield.describe_subscription()["Subscription"]
        self.assertEqual((told["EndTime"] - told["StartTime"]).days, 365)
