"""Log groups."""

from support import AwsTest


class Retention(AwsTest):
    FIX = "logs_are_kept_for_days_that_cloudwatch_knows"

    def test_another_number_is_refused_and_changes_nothing(self) -> None:
        logs, group = self.client("logs"), self.name("group")
        logs.create_log_group(logGroupName=group)
        logs.put_retention_policy(logGroupName=group, retentionInDays=90)
        self.refused(
            "InvalidParameterException", logs.put_retention_policy, logGroupName=group, retentionInDays=100
        )
        told = logs.describe_log_groups(logGroupNamePrefix=group)["logGroups"][0]
        self.assertEqual(told["retentionInDays"], 90)
