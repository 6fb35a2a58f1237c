"""Hosted zones."""

import json
from typing import Any

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


class Alias(AwsTest):
    FIX = "route53_alias_leads_to_a_record_of_its_zone"

    def setUp(self) -> None:
        self.route53, self.domain = self.client("route53"), f"{self.name('alias')}.test"
        self.zone = self.zone_of(self.domain)

    def zone_of(self, domain: str) -> str:
        made = self.route53.create_hosted_zone(Name=domain, CallerReference=domain)
        return made["HostedZone"]["Id"].removeprefix("/hostedzone/")

    def change(self, *records: dict[str, Any], action: str = "UPSERT") -> dict[str, Any]:
        changes = [{"Action": action, "ResourceRecordSet": record} for record in records]
        return {"HostedZoneId": self.zone, "ChangeBatch": {"Changes": changes}}

    def alias(self, target: str, zone: str | None = None, kind: str = "A") -> dict[str, Any]:
        leads = {"DNSName": target, "HostedZoneId": zone or self.zone, "EvaluateTargetHealth": True}
        return {"Name": f"alias.{self.domain}", "Type": kind, "AliasTarget": leads}

    def address(self, name: str, kind: str = "A", value: str = "192.0.2.1") -> dict[str, Any]:
        return {"Name": name, "Type": kind, "TTL": 60, "ResourceRecords": [{"Value": value}]}

    def test_a_record_that_is_not_there_is_refused_until_it_is_or_comes_along(self) -> None:
        change, target = self.route53.change_resource_record_sets, f"target.{self.domain}"
        message = self.refused("InvalidChangeBatch", change, **self.change(self.alias(target)))
        self.assertEqual(
            message,
            f"[Tried to create an alias that targets {target}., type A in zone {self.zone}, but that target was not found]",
        )
        change(**self.change(self.address(target, "AAAA", "2001:db8::1")))
        self.refused("InvalidChangeBatch", change, **self.change(self.alias(target)))
        change(**self.change(self.alias(target, kind="AAAA")))
        change(**self.change(self.alias(target), self.address(target)))
        change(**self.change(self.alias(target)))

    def test_a_name_outside_of_the_zone_and_a_zone_beside_it_are_refused(self) -> None:
        change, other = self.route53.change_resource_record_sets, f"{self.name('other')}.test"
        outside = "the alias target name does not lie within the target zone"
        self.assertIn(outside, self.refused("InvalidChangeBatch", change, **self.change(self.alias(other))))
        beside = self.alias(other, self.zone_of(other))
        self.assertIn(outside, self.refused("InvalidChangeBatch", change, **self.change(beside)))
        change(**self.change(self.alias("shop-1.eu-west-1.elb.amazonaws.com", "Z32O12XQLNTSW2")))


class MadeAgain(AwsTest):
    FIX = "route53_record_is_made_again_once_it_is_gone"

    def setUp(self) -> None:
        self.route53, self.domain = self.client("route53"), f"{self.name('again')}.test"
        self.zone = self.route53.create_hosted_zone(Name=self.domain, CallerReference=self.domain)["HostedZone"]["Id"]
        self.change(("CREATE", self.record("zz")))  # sorts after the others

    def record(self, name: str, value: str = "192.0.2.1") -> dict[str, Any]:
        return {"Name": f"{name}.{self.domain}", "Type": "A", "TTL": 60, "ResourceRecords": [{"Value": value}]}

    def change(self, *changes: tuple[str, dict[str, Any]]) -> dict[str, Any]:
        batch = [{"Action": action, "ResourceRecordSet": record} for action, record in changes]
        return self.route53.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch={"Changes": batch})

    def test_a_record_that_was_deleted_is_made_again_as_it_was(self) -> None:
        for action in ("CREATE", "DELETE", "CREATE", "DELETE"):
            self.change((action, self.record("www")))
        listed = self.route53.list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
        self.assertNotIn(f"www.{self.domain}.", [each["Name"] for each in listed])

    def test_a_record_that_is_there_is_not_made_again_whatever_its_value(self) -> None:
        self.change(("CREATE", self.record("www")))
        for value in ("192.0.2.1", "192.0.2.2"):
            message = rf"InvalidChangeBatch.*\[name='www\.{self.domain}\.', type='A'\] but it already exists"
            with self.assertRaisesRegex(self.route53.exceptions.InvalidChangeBatch, message):
                self.change(("CREATE", self.record("www", value)))

    def test_one_batch_replaces_a_record(self) -> None:
        self.change(("CREATE", self.record("www")))
        self.change(("DELETE", self.record("www")), ("CREATE", self.record("www", "192.0.2.2")))
        listed = self.route53.list_resource_record_sets(HostedZoneId=self.zone)["ResourceRecordSets"]
        [now] = [each for each in listed if each["Name"] == f"www.{self.domain}."]
        self.assertEqual(now["ResourceRecords"], [{"Value": "192.0.2.2"}])


class Watching(AwsTest):
    FIX = "route53_health_check_watches_an_alarm"

    def test_a_check_of_an_alarm_tells_it_and_no_endpoint(self) -> None:
        route53 = self.client("route53")
        alarm = {"Region": REGION, "Name": self.name("alarm")}
        config = {"Type": "CLOUDWATCH_METRIC", "AlarmIdentifier": alarm, "InsufficientDataHealthStatus": "LastKnownStatus"}
        made = route53.create_health_check(CallerReference=self.name("check"), HealthCheckConfig=config)["HealthCheck"]
        self.assertEqual(made["HealthCheckConfig"], {**config, "Inverted": False, "Disabled": False})
        other = {**alarm, "Name": self.name("other")}
        route53.update_health_check(HealthCheckId=made["Id"], AlarmIdentifier=other, Inverted=True)
        told = route53.get_health_check(HealthCheckId=made["Id"])["HealthCheck"]["HealthCheckConfig"]
        self.assertEqual(told, {**config, "AlarmIdentifier": other, "Inverted": True, "Disabled": False})


class Deletion(AwsTest):
    FIX = "route53_deletion_is_of_one_name"

    def test_another_name_with_the_same_identifier_stays(self) -> None:
        route53, domain = self.client("route53"), f"{self.name('deletion')}.test"
        zone = route53.create_hosted_zone(Name=domain, CallerReference=domain)["HostedZone"]["Id"]

        def change(action: str, label: str) -> None:
            record = {"Name": f"{label}.{domain}", "Type": "CNAME", "TTL": 60, "SetIdentifier": "one", "Weight": 1}
            record["ResourceRecords"] = [{"Value": "to.test"}]
            batch = {"Changes": [{"Action": action, "ResourceRecordSet": record}]}
            route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch)

        change("CREATE", "a")
        change("CREATE", "b")
        change("UPSERT", "b")
        change("DELETE", "a")
        told = route53.list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]
        self.assertEqual([each["Name"] for each in told if each["Type"] == "CNAME"], [f"b.{domain}."])
