"""Instances and clusters keep Performance Insights: on or off, its key and how long it keeps data.

AWS reports all three, with aws/rds and 7 days unless told otherwise. moto drops them.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBInstance.html
"""

from typing import Any

from moto.rds.models import DBCluster, DBInstance
from patching import add, wrap

DEFAULT_KEY = "alias/aws/rds"
DEFAULT_DAYS = 7


def enabled(self: Any) -> bool:
    return bool(self.enable_performance_insights)


def key(self: Any) -> str | None:
    if not self.enable_performance_insights:
        return None
    return self.backend._validate_kms_key(self.performance_insights_key or DEFAULT_KEY)


def set_key(self: Any, value: str | None) -> None:
    self.performance_insights_key = self.backend._validate_kms_key(value) if value else None


def retention(self: Any) -> int | None:
    return (self.performance_insights_days or DEFAULT_DAYS) if self.enable_performance_insights else None


def set_retention(self: Any, value: int | None) -> None:
    self.performance_insights_days = value


for model in (DBInstance, DBCluster):
    add(model, "enable_performance_insights")(False)
    add(model, "performance_insights_enabled")(property(enabled))
    add(model, "performance_insights_kms_key_id")(property(key, set_key))
    add(model, "performance_insights_retention_period")(property(retention, set_retention))

    @wrap(model, "__init__")
    def init(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        self.enable_performance_insights = bool(kwargs.get("enable_performance_insights"))
        self.performance_insights_kms_key_id = kwargs.get("performance_insights_kms_key_id")
        self.performance_insights_retention_period = kwargs.get("performance_insights_retention_period")
