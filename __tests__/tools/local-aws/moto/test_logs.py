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


class Deliveries(AwsTest):
    FIX = "logs_delivery_of_cloudfront_is_below_its_folder"

    def test_the_folder_is_before_the_path_that_was_asked_for(self) -> None:
        logs, source, destination = self.client("logs"), self.name("source"), self.name("destination")
        logs.put_delivery_source(
            name=source,
            resourceArn="arn:aws:cloudfront::123456789012:distribution/E1Q1X2Y3Z4A5B6",
            logType="ACCESS_LOGS",
        )
        made = logs.put_delivery_destination(
            name=destination,
            outputFormat="json",
            deliveryDestinationConfiguration={"destinationResourceArn": f"arn:aws:s3:::{self.name('logs')}"},
        )["deliveryDestination"]
        delivery = logs.create_delivery(
            deliverySourceName=source,
            deliveryDestinationArn=made["arn"],
            s3DeliveryConfiguration={"suffixPath": "cdn/{yyyy}/{MM}/{dd}"},
        )["delivery"]
        told = logs.get_delivery(id=delivery["id"])["delivery"]["s3DeliveryConfiguration"]
        self.assertEqual(told["suffixPath"], "AWSLogs/{account-id}/CloudFront/cdn/{yyyy}/{MM}/{dd}")
