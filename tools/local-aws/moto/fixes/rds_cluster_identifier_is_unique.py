"""A second cluster of the same identifier is refused.

AWS answers DBClusterAlreadyExistsFault. moto replaces the first cluster.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBCluster.html
"""

from typing import Any

from moto.rds.exceptions import RDSClientError
from moto.rds.models import DBCluster, RDSBackend
from patching import wrap


@wrap(RDSBackend, "create_db_cluster")
def create_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    if kwargs["db_cluster_identifier"].lower() in {name.lower() for name in self.clusters}:
        raise RDSClientError("DBClusterAlreadyExistsFault", "DB cluster already exists")
    return original(self, kwargs)
