"""The Data API can be on for provisioned and Serverless v2 Aurora clusters, at creation and later.

AWS keeps EnableHttpEndpoint of CreateDBCluster and has EnableHttpEndpoint and DisableHttpEndpoint for later. moto
switches it off for all but Serverless v1, and lacks the two operations.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.html
"""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.exceptions import DBClusterNotFoundError, InvalidParameterCombination
from moto.rds.models import DBCluster
from moto.rds.responses import RDSResponse
from patching import add, wrap

ENGINES = ("aurora-postgresql", "aurora-mysql")


@wrap(DBCluster, "__init__")
def init(original: Any, self: DBCluster, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    if self.engine_mode == "provisioned" and self.engine in ENGINES:
        self._enable_http_endpoint = bool(kwargs.get("enable_http_endpoint"))


def switch(self: RDSResponse, enabled: bool) -> ActionResult:
    arn = self.params["ResourceArn"]
    cluster = next((each for each in self.backend.clusters.values() if each.db_cluster_arn == arn), None)
    if cluster is None:
        raise DBClusterNotFoundError(arn)
    if cluster.engine not in ENGINES:
        raise InvalidParameterCombination(f"The Data API is not supported for the engine {cluster.engine}.")
    cluster._enable_http_endpoint = enabled
    return ActionResult({"ResourceArn": arn, "HttpEndpointEnabled": enabled})


@add(RDSResponse, "enable_http_endpoint")
def enable_http_endpoint(self: RDSResponse) -> ActionResult:
    return switch(self, True)


@add(RDSResponse, "disable_http_endpoint")
def disable_http_endpoint(self: RDSResponse) -> ActionResult:
    return switch(self, False)
