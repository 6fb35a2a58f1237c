"""A cluster that names no parameter group has the default one of its engine and version.

On AWS that is default.aurora-postgresql16 and the like. moto says default.aurora8.0 for every engine.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithParamGroups.html
"""

from typing import Any

from moto.rds.models import DBCluster
from patching import wrap


@wrap(DBCluster, "__init__")
def init(original: Any, self: DBCluster, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    if not kwargs.get("db_cluster_parameter_group_name"):
        if self.engine == "aurora-postgresql":
            self.parameter_group = f"default.aurora-postgresql{self.engine_version.split('.')[0]}"
        elif self.engine == "aurora-mysql":
            self.parameter_group = f"default.aurora-mysql{'.'.join(self.engine_version.split('.')[:2])}"
