"""A composite alarm has a rule over alarms that exist, and its state follows from theirs.

AWS refuses a rule that it cannot read or that names a missing alarm, and keeps an alarm that a rule depends on.
DescribeAlarms tells composite alarms only when asked for them. moto has no PutCompositeAlarm.
https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
"""

from typing import Any

from alarm_rule import BadRule, Rule
from moto.cloudwatch.models import Alarm, CloudWatchBackend
from moto.cloudwatch.responses import CloudWatchResponse
from moto.core.responses import ActionResult
from patching import wrap
from service import Refusal, operation


def parsed(text: str) -> Rule:
    try:
        return Rule(text)
    except BadRule as problem:
        raise Refusal("ValidationError", str(problem)) from problem


def state_of(backend: CloudWatchBackend, name: str) -> str:
    alarm = backend.alarms.get(name)
    if alarm is None:
        return "INSUFFICIENT_DATA"
    if alarm.rule is None:
        return alarm.state_value
    return "ALARM" if parsed(alarm.rule).holds(lambda child: state_of(backend, child)) else "OK"


@operation(CloudWatchResponse, "PutCompositeAlarm", invalid="ValidationError")
def put_composite_alarm(self: CloudWatchResponse, asked: dict[str, Any]) -> None:
    backend, name = self.cloudwatch_backend, asked["AlarmName"]
    suppressor = asked.get("ActionsSuppressor", "").split(":alarm:")[-1]
    named = [*parsed(asked["AlarmRule"]).names, *filter(None, [suppressor])]
    missing = sorted({each for each in named if each not in backend.alarms})
    if missing:
        raise Refusal("ValidationError", f"AlarmRule must not refer to alarms that do not exist: {', '.join(missing)}")
    before = backend.alarms.get(name)
    if before is not None and before.rule is None:
        raise Refusal("ValidationError", f"A metric alarm has the name already: {name}")
    alarm: Any = backend.put_metric_alarm(
        name=name,
        rule=asked["AlarmRule"],
        description=asked.get("AlarmDescription"),
        alarm_actions=asked.get("AlarmActions", []),
        ok_actions=asked.get("OKActions", []),
        insufficient_data_actions=asked.get("InsufficientDataActions", []),
        actions_enabled=asked.get("ActionsEnabled", True),
        dimensions=[],
        tags=asked.get("Tags") if before is None else None,
        **dict.fromkeys(["namespace", "metric_name", "comparison_operator", "evaluation_periods"]),
        **dict.fromkeys(["period", "threshold", "statistic"]),
    )
    alarm.suppression = {key: value for key, value in asked.items() if key.startswith("ActionsSuppressor")}


def told(backend: CloudWatchBackend, alarm: Any) -> dict[str, Any]:
    return {
        "AlarmName": alarm.name,
        "AlarmArn": alarm.alarm_arn,
        "AlarmDescription": alarm.description,
        "AlarmRule": alarm.rule,
        "ActionsEnabled": alarm.actions_enabled,
        "AlarmActions": alarm.alarm_actions,
        "OKActions": alarm.ok_actions,
        "InsufficientDataActions": alarm.insufficient_data_actions,
        "AlarmConfigurationUpdatedTimestamp": alarm.configuration_updated_timestamp,
        "StateValue": state_of(backend, alarm.name),
        "StateReason": alarm.state_reason,
        "StateUpdatedTimestamp": alarm.state_updated_timestamp,
        **alarm.suppression,
    }


@wrap(CloudWatchResponse, "describe_alarms")
def describe_alarms(original: Any, self: CloudWatchResponse) -> ActionResult:
    types = self._get_param("AlarmTypes") or ["MetricAlarm"]
    backend, found = self.cloudwatch_backend, original(self).result
    state, composite = self._get_param("StateValue"), "CompositeAlarm" in types
    candidates = backend.alarms.values() if state else found["CompositeAlarms"]
    rules = [told(backend, alarm) for alarm in candidates if composite and alarm.rule is not None]
    metric = found["MetricAlarms"] if "MetricAlarm" in types else []
    return ActionResult(
        {
            "MetricAlarms": [alarm for alarm in metric if not state or alarm.state_value == state],
            "CompositeAlarms": [alarm for alarm in rules if not state or alarm["StateValue"] == state],
        }
    )


def depending(backend: CloudWatchBackend, name: str) -> list[Alarm]:
    return [each for each in backend.alarms.values() if each.rule and name in parsed(each.rule).names]


@wrap(CloudWatchBackend, "delete_alarms")
def delete_alarms(original: Any, self: CloudWatchBackend, alarm_names: list[str]) -> None:
    if sum(self.alarms[name].rule is not None for name in alarm_names if name in self.alarms) > 1:
        raise Refusal("ValidationError", "Only one composite alarm can be deleted at a time")
    for name in alarm_names:
        for dependent in depending(self, name):
            raise Refusal("ValidationError", f"Cannot delete {name}: the composite alarm {dependent.name} depends on it")
    original(self, alarm_names)
