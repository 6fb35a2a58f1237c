"""A global cluster is made around a cluster of any region, which becomes its writer, and lets a member of any region go.

moto looks for the source in us-east-1 only, takes it for a reader, and leaves a member in that is to be removed.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateGlobalCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_RemoveFromGlobalCluster.html
"""

from typing import Any

from moto.rds.exceptions import DBClusterNotFoundError, InvalidParameterValue, RDSClientError
from moto.rds.models import DBCluster, GlobalCluster, RDSBackend
from patching import wrap

# Where moto keeps all of them.
HOME = "us-east-1"


def found(backend: RDSBackend, arn: str) -> DBCluster:
    region, name = arn.split(":")[3], arn.split(":")[-1]
    cluster = backend.get_backend("rds", region=region).clusters.get(name)
    if cluster is None:
        raise DBClusterNotFoundError(arn)
    return cluster


@wrap(RDSBackend, "create_global_cluster")
def create_global_cluster(
    original: Any, self: RDSBackend, source_db_cluster_identifier: str | None, **asked: Any
) -> GlobalCluster:
    if source_db_cluster_identifier is None or not source_db_cluster_identifier.startswith("arn:"):
        return original(self, source_db_cluster_identifier=source_db_cluster_identifier, **asked)
    source = found(self, source_db_cluster_identifier)
    inherited = {"engine": source.engine, "engine_version": source.engine_version}
    made = original(self, source_db_cluster_identifier=None, **{**asked, **inherited})
    source.global_cluster_identifier, source.is_writer = made.global_cluster_identifier, True
    made.members.append(source)
    return made


@wrap(RDSBackend, "remove_from_global_cluster")
def remove_from_global_cluster(
    original: Any, self: RDSBackend, global_cluster_identifier: str, db_cluster_identifier: str
) -> GlobalCluster | None:
    if not db_cluster_identifier.startswith("arn:"):
        return original(self, global_cluster_identifier, db_cluster_identifier)
    world = self.get_backend("rds", region=HOME).global_clusters.get(global_cluster_identifier)
    if world is None:
        raise RDSClientError("GlobalClusterNotFoundFault", f"Global cluster {global_cluster_identifier} not found.")
    cluster = found(self, db_cluster_identifier)
    if cluster not in world.members:
        raise InvalidParameterValue(f"{db_cluster_identifier} is not found in global cluster {world.arn}.")
    world.members.remove(cluster)
    cluster.global_cluster_identifier = None
    return world
