"""The name server: Route 53's rules one by one, and the whole of it over UDP."""

import sys
import unittest
import urllib.request
from typing import Any

from dnslib import RCODE, DNSRecord
from support import SERVER, AwsTest

sys.path.append(str(SERVER.parent))
from dns.answer import Record, Unanswerable, answer, choose  # noqa: E402


def first(to: str, check: str | None = "first") -> Record:
    return Record("a.", "CNAME", (to,), policy="failover", place="PRIMARY", check=check)


def second(to: str, check: str | None = "second") -> Record:
    return Record("a.", "CNAME", (to,), policy="failover", place="SECONDARY", check=check)


def near(region: str) -> Record:
    return Record("a.", "A", (region,), policy="latency", place=region, identifier=region, check=region)


class Choice(unittest.TestCase):
    FIX = "server"

    def test_a_failover_record_is_chosen_as_route_53_documents_it(self) -> None:
        both, last = [first("one"), second("two")], [first("one"), second("two", None)]
        rows = [
            ("a healthy first one, whatever the second is", both, {"first"}, "one"),
            ("a healthy second one, when the first is not", both, {"second"}, "two"),
            ("the first one when none is healthy", both, set(), "one"),
            ("a second one without a check, when the first is not healthy", last, set(), "two"),
            ("a first one without a check", [first("one", None), second("two")], {"second"}, "one"),
            ("one alone", [second("two")], set(), "two"),
        ]
        for title, group, well, expected in rows:
            with self.subTest(title):
                self.assertEqual(choose(group, lambda check, well=well: check in well).values, (expected,))

    def test_of_a_group_the_healthy_ones_are_chosen_from_and_all_where_none_is(self) -> None:
        group = [near("eu-west-1"), near("eu-west-3")]
        rows = [({"eu-west-1", "eu-west-3"}, "eu-west-1"), ({"eu-west-3"}, "eu-west-3"), (set(), "eu-west-1")]
        for well, expected in rows:
            with self.subTest(str(well)):
                self.assertEqual(choose(group, lambda check, well=well: check in well).values, (expected,))

    def test_what_is_not_evaluated_is_not_answered(self) -> None:
        weighted = Record("a.", "A", ("192.0.2.7",), policy="other", identifier="one")
        self.assertRaises(Unanswerable, choose, [weighted], lambda check: True)
        circle = [Record("a.", "CNAME", ("b.",)), Record("b.", "CNAME", ("a.",))]
        self.assertRaises(Unanswerable, answer, "a.", "A", circle, lambda check: True)

    def test_names_are_followed_to_what_they_lead_to(self) -> None:
        records = [
            Record("a.x.", "CNAME", ("B.x",)),
            Record("b.x.", "A", alias="lb.aws."),
            Record("c.x.", "A", alias="d.x."),
            Record("d.x.", "A", ("192.0.2.9",)),
            Record("e.x.", "TXT", ('"nothing"',)),
            Record("below.f.x.", "A", ("192.0.2.8",)),
            Record("g.x.", "CNAME", ("elsewhere.y",)),
        ]
        rows: list[tuple[str, list[str], bool]] = [
            ("a.x.", ["B.x", "192.0.2.1"], True),
            ("A.X.", ["B.x", "192.0.2.1"], True),
            ("c.x.", ["192.0.2.9"], True),
            ("e.x.", [], True),
            ("f.x.", [], True),
            ("h.x.", [], False),
            ("g.x.", ["elsewhere.y"], False),
        ]
        for name, values, known in rows:
            with self.subTest(name):
                given = answer(name, "A", records, lambda check: True)
                self.assertEqual(([value for *_, value in given.records], given.known), (values, known))


class Switches(AwsTest):
    """The edge's chain of names, of one live region and one that it is rebuilt in."""

    FIX = "server"

    def setUp(self) -> None:
        self.domain = f"{self.name('dns')}.test"
        self.route53, self.cloudwatch = self.client("route53"), self.client("cloudwatch", "eu-north-1")
        self.zone = self.route53.create_hosted_zone(Name=self.domain, CallerReference=self.domain)["HostedZone"]["Id"]

    def asked(self, label: str, kind: str = "A") -> DNSRecord:
        host, port = self.url.removeprefix("http://").split(":")
        return DNSRecord.parse(DNSRecord.question(f"{label}{self.domain}", kind).send(host, int(port), timeout=30))

    def led(self, label: str) -> list[str]:
        return [str(record.rdata).rstrip(".").removesuffix(f".{self.domain}") for record in self.asked(label).rr]

    def record(self, label: str, kind: str, **fields: Any) -> None:
        record = {"Name": f"{label}{self.domain}", "Type": kind, **fields}
        changes = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": record}]}
        self.route53.change_resource_record_sets(HostedZoneId=self.zone, ChangeBatch=changes)

    def failover(self, label: str, to: str, check: str | None = None) -> None:
        fields = {"HealthCheckId": check} if check else {}
        place = "PRIMARY" if check else "SECONDARY"
        value = [{"Value": f"{to}.{self.domain}"}]
        self.record(f"{label}.", "CNAME", TTL=60, ResourceRecords=value, SetIdentifier=place, Failover=place, **fields)

    def check(self, **config: Any) -> str:
        name = self.name("check")
        made = self.route53.create_health_check(CallerReference=name, HealthCheckConfig=config)
        return str(made["HealthCheck"]["Id"])

    def switch(self, metric: str, inverted: bool) -> str:
        name = self.name(metric)
        self.cloudwatch.put_metric_alarm(
            AlarmName=name,
            Namespace=self.domain,
            MetricName=metric,
            Statistic="Minimum" if inverted else "Maximum",
            Period=60,
            EvaluationPeriods=1,
            Threshold=1,
            ComparisonOperator="GreaterThanOrEqualToThreshold",
        )
        alarm = {"Region": "eu-north-1", "Name": name}
        config = {"AlarmIdentifier": alarm, "InsufficientDataHealthStatus": "LastKnownStatus", "Inverted": inverted}
        return self.check(Type="CLOUDWATCH_METRIC", **config)

    def set(self, metric: str, value: int, at: int) -> None:
        """Sends one value, for a minute of its own: those of one minute are taken together."""
        data = {"MetricName": metric, "Value": value, "Timestamp": 1_700_000_000 + 60 * at}
        self.cloudwatch.put_metric_data(Namespace=self.domain, MetricData=[data])

    def chain(self, live: str, recovered: str) -> None:
        self.failover("origin", "live", live)
        self.failover("origin", "spare")
        self.failover("spare", "recovered", recovered)
        self.failover("spare", "closed")
        for label, address in (("live", "192.0.2.11"), ("recovered", "192.0.2.12")):
            self.record(f"{label}.", "A", TTL=60, ResourceRecords=[{"Value": address}])
        self.record("closed.", "TXT", TTL=60, ResourceRecords=[{"Value": '"closed"'}])

    def test_customers_are_led_by_the_switches_and_by_their_last_status(self) -> None:
        self.chain(self.switch("Fenced", False), self.switch("Open", True))
        self.assertEqual(self.led("origin."), ["live", "192.0.2.11"])
        self.set("Fenced", 1, at=0)
        self.assertEqual(self.led("origin."), ["spare", "closed"])
        self.cloudwatch.set_alarm_state(AlarmName=self.cloudwatch.describe_alarms()["MetricAlarms"][-1]["AlarmName"], StateValue="OK", StateReason="r")
        self.set("Open", 1, at=1)
        self.assertEqual(self.led("origin."), ["spare", "recovered", "192.0.2.12"])
        self.set("Open", 0, at=1)
        self.assertEqual(self.led("origin."), ["spare", "closed"])
        self.set("Fenced", 0, at=0)
        self.assertEqual(self.led("origin."), ["spare", "closed"], "of one minute, the fence wins")
        self.set("Fenced", 0, at=2)
        self.assertEqual(self.led("origin."), ["live", "192.0.2.11"])

    def test_a_check_of_a_region_is_healthy_while_its_path_leads_to_a_healthy_target_and_the_region_is_there(self) -> None:
        ec2, elb = self.client("ec2"), self.client("elbv2")
        vpc, subnets = self.vpc()
        balancer = elb.create_load_balancer(Name=self.name("lb")[:32], Subnets=subnets[:2])["LoadBalancers"][0]
        group = elb.create_target_group(Name=self.name("tg")[:32], Protocol="HTTP", Port=80, VpcId=vpc)["TargetGroups"][0]
        forward = [{"Type": "forward", "TargetGroupArn": group["TargetGroupArn"]}]
        refuse = [{"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "403"}}]
        made = elb.create_listener(LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=443, DefaultActions=refuse)
        listener = made["Listeners"][0]["ListenerArn"]
        secret = [{"Field": "http-header", "HttpHeaderConfig": {"HttpHeaderName": "x-secret", "Values": ["known"]}}]
        elb.create_rule(ListenerArn=listener, Priority=10, Conditions=secret, Actions=forward)
        alias = {"DNSName": balancer["DNSName"], "HostedZoneId": "Z32O12XQLNTSW2", "EvaluateTargetHealth": True}
        self.record("region.", "A", AliasTarget=alias)
        name = f"region.{self.domain}"
        answers = self.check(Type="HTTPS", FullyQualifiedDomainName=name, Port=443, ResourcePath="/ready")
        both = self.check(Type="CALCULATED", HealthThreshold=2, ChildHealthChecks=[answers, self.switch("Fenced", False)])
        self.chain(both, self.switch("Open", True))
        self.assertEqual(self.led("origin."), ["spare", "closed"])
        instance = ec2.run_instances(ImageId="ami-12c6146b", MinCount=1, MaxCount=1)["Instances"][0]["InstanceId"]
        elb.register_targets(TargetGroupArn=group["TargetGroupArn"], Targets=[{"Id": instance}])
        self.assertEqual(self.led("origin."), ["spare", "closed"], "the path is for none without the secret")
        paths = [{"Field": "path-pattern", "PathPatternConfig": {"Values": ["/health", "/ready"]}}]
        elb.create_rule(ListenerArn=listener, Priority=20, Conditions=paths, Actions=forward)
        self.assertEqual(self.led("origin."), ["live", "192.0.2.11"])
        self.lose("eu-west-1")
        self.assertEqual(self.led("origin."), ["spare", "closed"])
        self.lose()
        self.assertEqual(self.led("origin."), ["live", "192.0.2.11"])
        self.set("Fenced", 1, at=0)
        self.assertEqual(self.led("origin."), ["spare", "closed"])

    def lose(self, *regions: str) -> None:
        body = "\n".join(regions).encode()
        with urllib.request.urlopen(urllib.request.Request(f"{self.url}/local-aws/off", body, method="PUT")) as told:
            self.assertEqual(told.status, 204)

    def test_a_name_that_is_not_there_is_forgotten_when_the_zone_says(self) -> None:
        missing = self.asked("nobody.")
        self.assertEqual(missing.header.rcode, RCODE.NXDOMAIN)
        self.assertEqual([str(each.rname).rstrip(".") for each in missing.auth], [self.domain])
        self.record("", "SOA", TTL=60, ResourceRecords=[{"Value": "ns.test. host.test. 1 7200 900 1209600 60"}])
        [start] = self.asked("nobody.").auth
        self.assertEqual((start.ttl, start.rdata.times[4]), (60, 60))

    def test_a_name_of_no_zone_is_refused(self) -> None:
        self.domain = f"{self.name('strange')}.example"
        self.assertEqual(self.asked("").header.rcode, RCODE.REFUSED)
