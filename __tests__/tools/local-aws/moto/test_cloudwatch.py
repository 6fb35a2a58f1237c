"""Alarms and dashboards."""

import json

from support import AwsTest


class CompositeAlarm(AwsTest):
    FIX = "cloudwatch_composite_alarm_follows_its_rule"

    def setUp(self) -> None:
        self.cloudwatch = self.client("cloudwatch")
        self.children = [self.name("child"), self.name("child")]
        for child in self.children:
            self.cloudwatch.put_metric_alarm(
                AlarmName=child,
                Namespace="shop",
                MetricName="errors",
                Period=60,
                EvaluationPeriods=1,
                Threshold=1,
                Statistic="Sum",
                ComparisonOperator="GreaterThanThreshold",
            )
        self.alarm = self.name("composite")

    def put(self, rule: str, **options: object) -> None:
        self.cloudwatch.put_composite_alarm(AlarmName=self.alarm, AlarmRule=rule, **options)

    def described(self, **options: object) -> list[dict]:
        kinds = options or {"AlarmTypes": ["CompositeAlarm"]}
        return self.cloudwatch.describe_alarms(AlarmNames=[self.alarm], **kinds)["CompositeAlarms"]

    def set(self, child: str, state: str) -> None:
        self.cloudwatch.set_alarm_state(AlarmName=child, StateValue=state, StateReason="test")

    def test_its_state_follows_from_its_children(self) -> None:
        first, second = self.children
        self.put(f'ALARM("{first}") AND NOT (OK({second}) OR FALSE)')
        states = []
        for child in self.children:
            states.append(self.described()[0]["StateValue"])
            self.set(child, "ALARM")
        self.assertEqual([*states, self.described()[0]["StateValue"]], ["OK", "OK", "ALARM"])

    def test_it_is_told_when_asked_for_with_its_tags(self) -> None:
        tags = [{"Key": "of", "Value": "shop"}]
        self.put(f"ALARM({self.children[0]})", Tags=tags, AlarmDescription="Both.", ActionsEnabled=False)
        alarm = self.described()[0]
        self.assertEqual((alarm["AlarmDescription"], alarm["ActionsEnabled"]), ("Both.", False))
        self.assertEqual(self.cloudwatch.list_tags_for_resource(ResourceARN=alarm["AlarmArn"])["Tags"], tags)
        self.assertEqual(self.described(AlarmTypes=["MetricAlarm"]), [])

    def test_a_rule_that_names_a_missing_alarm_is_refused(self) -> None:
        self.refused("ValidationError", self.put, rule="ALARM(missing)")

    def test_a_rule_that_cannot_be_read_is_refused(self) -> None:
        for rule in ("ALARM(", f"ALARM({self.children[0]}) AND", "TRUE FALSE", "BAD(x)"):
            self.refused("ValidationError", self.put, rule=rule)

    def test_an_alarm_that_a_rule_depends_on_stays(self) -> None:
        self.put(f"ALARM({self.children[0]})")
        self.refused("ValidationError", self.cloudwatch.delete_alarms, AlarmNames=self.children[:1])
        self.cloudwatch.delete_alarms(AlarmNames=[self.alarm])
        self.cloudwatch.delete_alarms(AlarmNames=self.children)
        self.assertEqual(self.described(), [])


class Dashboard(AwsTest):
    FIX = "cloudwatch_dashboard_has_whole_columns"

    def put(self, **place: float) -> None:
        widget = {"type": "text", "x": 0, "y": 0, "width": 24, "height": 1, "properties": {"markdown": "#"}, **place}
        body = json.dumps({"widgets": [widget]})
        self.client("cloudwatch").put_dashboard(DashboardName=self.name("region"), DashboardBody=body)

    def test_has_whole_columns(self) -> None:
        self.put(x=19, width=5)
        for place in ({"x": 10.285}, {"width": 4.8}, {"width": 25}, {"height": 0}):
            self.refused("InvalidParameterInput", self.put, **place)
