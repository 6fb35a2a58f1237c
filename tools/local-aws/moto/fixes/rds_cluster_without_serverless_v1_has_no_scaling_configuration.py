"""Only an Aurora Serverless v1 cluster has a ScalingConfigurationInfo.

AWS leaves it out for every other cluster. moto always answers one, with nothing in it.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBCluster.html
"""

from typing import Any

from moto.rds.models import DBCluster
from patching import wrap_property


@wrap_property(DBCluster, "scaling_configuration_info")
def scaling_configuration_info(original: Any, self: DBCluster) -> dict[str, Any] | None:
    return original(self) if self.scaling_configuration else None
