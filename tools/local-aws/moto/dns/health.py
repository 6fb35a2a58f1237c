"""Whether a health check is healthy, from what it would see.

https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html
"""

import operator
import time
from collections import defaultdict
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
        return answers(backend.account_id, off, check.fqdn)
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


def answers(account: str, off: set[str], name: str) -> bool:
    """Whether a name leads to a load balancer of a region that is there, with a target that is well."""
    found = zone_of(name)
    aliases = [record(told).alias for told in found[1].rrsets if whole(told.name) == whole(name)] if found else []
    hosts = {alias.removeprefix("dualstack.").rstrip(".") for alias in aliases if alias}
    return any(
        serves(elb, balancer)
        for region, elb in list(elbv2_backends[account].items())
        if region not in off
        for balancer in list(elb.load_balancers.values())
        if balancer.dns_name.lower() in hosts
    )


def serves(elb: Any, balancer: Any) -> bool:
    groups = [group for group in elb.target_groups.values() if balancer.arn in group.load_balancer_arns]
    return any(
        group.target_type == "lambda" or group.health_for(target, elb.ec2_backend).status == "healthy"
        for group in groups
        for target in list(group.targets.values())
    )
