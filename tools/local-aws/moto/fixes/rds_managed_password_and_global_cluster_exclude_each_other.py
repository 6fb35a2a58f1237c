"""A cluster of a global database cannot have a managed master password.

AWS refuses it whichever comes first. moto takes both together.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBCluster, GlobalCluster, RDSBackend
from patching import wrap

REFUSAL = "ManageMasterUserPassword is not supported for a DB cluster that is part of a global database."


@wrap(RDSBackend, "create_db_cluster")
def create_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    if kwargs.get("global_cluster_identifier") and kwargs.get("manage_master_user_password"):
        raise InvalidParameterCombination(REFUSAL)
    return original(self, kwargs)


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    cluster = self.clusters.get(kwargs["db_cluster_identifier"])
    if cluster is not None and cluster.global_cluster_identifier and kwargs.get("manage_master_user_password"):
        raise InvalidParameterCombination(REFUSAL)
    return original(self, kwargs)


@wrap(RDSBackend, "create_global_cluster")
def create_global_cluster(
    original: Any, self: RDSBackend, global_cluster_identifier: str, source_db_cluster_identifier: str | None, **asked: Any
) -> GlobalCluster:
    source = (source_db_cluster_identifier or "").split(":")
    region = self.get_backend("rds", region=source[3]) if len(source) > 6 else self
    cluster = region.clusters.get(source[-1]) if source[-1] else None
    if cluster is not None and cluster.manage_master_user_password:
        raise InvalidParameterCombination(REFUSAL)
    return original(
        self,
        global_cluster_identifier=global_cluster_identifier,
        source_db_cluster_identifier=source_db_cluster_identifier,
        **asked,
    )
