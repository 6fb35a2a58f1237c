"""The major version of a global database changes in all members at once, a minor one in the primary last.

AWS refuses both of one member: ModifyGlobalCluster is for that. moto changes any member.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database-upgrade.html
https://github.com/hashicorp/terraform-provider-aws/issues/28761
https://github.com/hashicorp/terraform-provider-aws/issues/29487
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination, InvalidParameterValue
from moto.rds.models import DBCluster, RDSBackend
from patching import wrap
from versions import parts

# Where moto keeps all global clusters.
HOME = "us-east-1"


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    cluster, wanted = self.clusters.get(kwargs["db_cluster_identifier"]), kwargs.get("engine_version")
    if wanted and cluster is not None and cluster.engine == "aurora-postgresql" and cluster.global_cluster_identifier:
        if parts(wanted)[0] != parts(cluster.engine_version)[0]:
            raise InvalidParameterCombination(
                "Major Version Upgrade isn't supported in a single member of a global cluster. "
                "Use ModifyGlobalCluster to upgrade all the members."
            )
        world = self.get_backend("rds", region=HOME).global_clusters[cluster.global_cluster_identifier]
        others = [member for member in world.members if member is not cluster]
        if cluster.is_writer and any(parts(other.engine_version) < parts(wanted) for other in others):
            raise InvalidParameterValue(
                f"Cannot upgrade DB cluster '{cluster.db_cluster_identifier}' to engine version {wanted} as global "
                "replica(s) are running lower version. Please upgrade global replicas first before upgrading the "
                "primary member."
            )
    return original(self, kwargs)
