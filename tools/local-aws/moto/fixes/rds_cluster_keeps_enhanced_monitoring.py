"""A cluster keeps the interval and the role of its enhanced monitoring.

AWS reports both, and wants either both or none. moto drops them for clusters (it keeps them for instances).
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBCluster
from patching import add, wrap

add(DBCluster, "monitoring_interval")(0)
add(DBCluster, "monitoring_role_arn")(None)


@wrap(DBCluster, "__init__")
def init(original: Any, self: DBCluster, *args: Any, **kwargs: Any) -> None:
    interval, role = kwargs.get("monitoring_interval") or 0, kwargs.get("monitoring_role_arn")
    if bool(interval) != bool(role):
        raise InvalidParameterCombination("MonitoringInterval and MonitoringRoleArn must be given together.")
    original(self, *args, **kwargs)
    self.monitoring_interval, self.monitoring_role_arn = interval, role
