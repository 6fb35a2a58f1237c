"""A health check of the type CLOUDWATCH_METRIC watches an alarm, and says so.

It has no endpoint: neither port nor interval. moto forgets the alarm and makes up an endpoint.
https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.route53.models import HealthCheck
from moto.route53.responses import Route53
from patching import wrap, wrap_property

WATCHED = ("AlarmIdentifier", "InsufficientDataHealthStatus")


def keep(check: Any, asked: dict[str, Any]) -> None:
    check.watched = {**getattr(check, "watched", {}), **{name: asked[name] for name in WATCHED if asked.get(name)}}


@wrap(Route53, "create_health_check")
def create_health_check(original: Any, self: Route53) -> ActionResult:
    answer = original(self)
    keep(answer.result["HealthCheck"], self._get_param("HealthCheckConfig"))
    return answer


@wrap(Route53, "update_health_check")
def update_health_check(original: Any, self: Route53) -> ActionResult:
    answer = original(self)
    keep(answer.result["HealthCheck"], {name: self._get_param(name) for name in WATCHED})
    return answer


@wrap_property(HealthCheck, "health_check_config")
def health_check_config(original: Any, self: Any) -> dict[str, Any]:
    if self.type_ != "CLOUDWATCH_METRIC":
        return original(self)
    return {"Type": self.type_, "Inverted": self.inverted, "Disabled": self.disabled, **self.watched}
