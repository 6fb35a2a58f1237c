"""The Data API is there from a minor version on, of each major version of Aurora PostgreSQL.

AWS refuses to switch it on for an older one. moto does not look.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.Aurora_Fea_Regions_DB-eng.Feature.Data_API.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBCluster, RDSBackend
from moto.rds.responses import RDSResponse
from patching import wrap

FIRST = {13: 11, 14: 8, 15: 3, 16: 1}


def check(engine: str, version: str) -> None:
    major, minor = (int(part) for part in [*version.split("."), "0"][:2])
    if engine == "aurora-postgresql" and not (major > max(FIRST) or minor >= FIRST.get(major, 1_000)):
        raise InvalidParameterCombination(f"The Data API is not supported by {engine} {version}.")


@wrap(RDSBackend, "create_db_cluster")
def create_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    if kwargs.get("enable_http_endpoint") and kwargs.get("engine_version"):
        check(kwargs["engine"], kwargs["engine_version"])
    return original(self, kwargs)


@wrap(RDSResponse, "enable_http_endpoint")
def enable_http_endpoint(original: Any, self: RDSResponse) -> Any:
    for cluster in self.backend.clusters.values():
        if cluster.db_cluster_arn == self.params["ResourceArn"]:
            check(cluster.engine, cluster.engine_version)
    return original(self)
