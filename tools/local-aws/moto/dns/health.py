"""Whether a health check is healthy, from what it would see.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
"""

import operator
import time
from collections import defaultdict
from fnmatch import fnmatchcase
from typing import Any

from dns.answer import Unanswerable
from dns.zones import record, whole, zone_of
from moto.cloudwatch.models import cloudwatch_backends
from moto.elbv2.models import elbv2_backends

COMPARED = {
    "GreaterThanOrEqualToThreshold": operator.ge,
    "GreaterThanThreshold": operator.gt,
    "LessThanOrEqualToThreshold": operator.le,
    "LessThanThreshold": operator.lt,
}
TAKEN = {"Maximum": max, "Minimum": min, "Sum": sum}


def healthy(backend: Any, off: set[str], check_id: str) -> bool:
    """The status of a check; `off` are the regions that are lost."""
    check = backend.health_checks.get(check_id)
    if check is None or check.disabled:
        return True
    status = measured(backend, off, check)
    # Of a check that has seen nothing yet, None: it counts as healthy, and an inverted one as unhealthy.
    return (status is not False) != bool(check.inverted)


def measured(backend: Any, off: set[str], check: Any) -> bool | None:
    if check.type_ == "CALCULATED":
        well = sum(healthy(backend, off, child) for child in check.children or [])
        return well >= int(check.health_threshold or 0)
    if check.type_ == "CLOUDWATCH_METRIC":
        return last_known(backend.account_id, check.watched)
    if check.type_ == "HTTPS":
        return answers(backend.account_id, off, check)
    raise Unanswerable(f"health check {check.id}: {check.type_}")


def last_known(account: str, watched: dict[str, Any]) -> bool | None:
    """Whether an alarm's newest data is within its bounds: the data counts, not the alarm's state, and the last status stays."""
    if watched["InsufficientDataHealthStatus"] != "LastKnownStatus":
        raise Unanswerable(f"InsufficientDataHealthStatus {watched['InsufficientDataHealthStatus']}")
    cloudwatch = cloudwatch_backends[account][watched["AlarmIdentifier"]["Region"]]
    alarm = cloudwatch.alarms.get(watched["AlarmIdentifier"]["Name"])
    if alarm is None:
        return None
    # A value of a minute to come is not known yet.
    now = time.time() // int(alarm.period)
    own = {(each.name, each.value) for each in alarm.dimensions}
    periods: dict[int, list[float]] = defaultdict(list)
    for datum in cloudwatch.metric_data:
        its = {(each.name, each.value) for each in datum.dimensions}
        period = int(datum.timestamp.timestamp() // int(alarm.period))
        if period <= now and (datum.namespace, datum.name, its) == (alarm.namespace, alarm.metric_name, own):
            periods[period].append(float(datum.value))
    if not periods:
        return None
    value = TAKEN[alarm.statistic](periods[max(periods)])
    return not COMPARED[alarm.comparison_operator](value, float(alarm.threshold))


def answers(account: str, off: set[str], check: Any) -> bool:
    """Whether a name leads to a load balancer of a region that is there, which lets the check's path through to a target that is well."""
    found = zone_of(check.fqdn)
    aliases = [record(told).alias for told in found[1].rrsets if whole(told.name) == whole(check.fqdn)] if found else []
    hosts = {alias.removeprefix("dualstack.").rstrip(".") for alias in aliases if alias}
    return any(
        serves(elb, balancer, check)
        for region, elb in list(elbv2_backends[account].items())
        if region not in off
        for balancer in list(elb.load_balancers.values())
        if balancer.dns_name.lower() in hosts
    )


def serves(elb: Any, balancer: Any, check: Any) -> bool:
    path = (check.resource_path or "/").partition("?")[0]
    for listener in list(balancer.listeners.values()):
        if int(listener.port) == int(check.port):
            return any(leads_to_one_that_is_well(elb, action) for action in chosen(listener, path))
    return False


def chosen(listener: Any, path: str) -> list[Any]:
    """What a listener does with a health check, which has no header of its own: its first rule that lets it in, or its default.

    https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html
    """
    rules = [rule for rule in listener.rules.values() if not rule.is_default]
    for rule in sorted(rules, key=lambda rule: int(rule.priority)):
        if all(meets(condition, path) for condition in rule.conditions):
            return list(rule.actions)
    return list(listener.default_actions)


def meets(condition: dict[str, Any], path: str) -> bool:
    if condition["Field"] == "http-header":
        return False
    if condition["Field"] == "path-pattern":
        patterns = condition.get("PathPatternConfig", {}).get("Values") or condition.get("Values", [])
        return any(fnmatchcase(path, pattern) for pattern in patterns)
    raise Unanswerable(f"condition {condition['Field']} of a listener's rule")


def leads_to_one_that_is_well(elb: Any, action: Any) -> bool:
    if action.type != "forward":
        return False
    several = action.data.get("ForwardConfig", {}).get("TargetGroups", [])
    arns = {action.data.get("TargetGroupArn"), *(group["TargetGroupArn"] for group in several)}
    return any(
        group.target_type == "lambda" or group.health_for(target, elb.ec2_backend).status == "healthy"
        for group in elb.target_groups.values()
        if group.arn in arns
        for target in list(group.targets.values())
    )
