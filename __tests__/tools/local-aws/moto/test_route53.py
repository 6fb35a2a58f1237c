"""Hosted zones."""

import json

from support import REGION, AwsTest


class PrivateZone(AwsTest):
    FIX = "route53_zone_with_a_vpc_is_private"

    def test_a_zone_with_a_vpc_is_private_and_tells_its_vpc(self) -> None:
        route53, name = self.client("route53"), self.name("internal")
        vpc = {"VPCId": self.vpc()[0], "VPCRegion": REGION}
        zone = route53.create_hosted_zone(Name=f"{name}.test", CallerReference=name, VPC=vpc)["HostedZone"]
        described = route53.get_hosted_zone(Id=zone["Id"])
        self.assertIs(described["HostedZone"]["Config"]["PrivateZone"], True)
        self.assertEqual(described["VPCs"], [vpc])


class QueryLog(AwsTest):
    FIX = "route53_query_log_takes_the_arn_of_its_group"

    def test_a_zone_logs_to_the_group_of_an_arn_as_it_was_given(self) -> None:
        route53, logs, name = self.client("route53"), self.client("logs", "us-east-1"), self.name("queries")
        zone = route53.create_hosted_zone(Name=f"{name}.test", CallerReference=name)["HostedZone"]["Id"]
        logs.create_log_group(logGroupName=name)
        [group] = logs.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
        arn = group["arn"].removesuffix(":*")
        admits = {"Effect": "Allow", "Principal": {"Service": "route53.amazonaws.com"}, "Action": "logs:*", "Resource": group["arn"]}
        document = json.dumps({"Version": "2012-10-17", "Statement": [admits]})
        logs.put_resource_policy(policyName=name, policyDocument=document)
        made = route53.create_query_logging_config(HostedZoneId=zone, CloudWatchLogsLogGroupArn=arn)
        told = route53.get_query_logging_config(Id=made["QueryLoggingConfig"]["Id"])["QueryLoggingConfig"]
        self.assertEqual(told["CloudWatchLogsLogGroupArn"], arn)
