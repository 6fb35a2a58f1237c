"""ModifyDBCluster changes IAM login and log exports, and refuses a cluster that does not exist.

moto accepts both changes and reports the old values, and fails with an internal error for a missing cluster.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
"""

from typing import Any

from moto.rds.exceptions import DBClusterNotFoundError
from moto.rds.models import DBCluster, RDSBackend
from patching import wrap


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    cluster = self.clusters.get(kwargs["db_cluster_identifier"])
    if cluster is None:
        raise DBClusterNotFoundError(kwargs["db_cluster_identifier"])
    iam_login = kwargs.get("enable_iam_database_authentication")
    if iam_login is not None:
        cluster.iam_auth = iam_login
    exports = kwargs.get("cloudwatch_logs_export_configuration") or {}
    kept = [name for name in cluster.enabled_cloudwatch_logs_exports if name not in exports.get("DisableLogTypes", [])]
    added = [name for name in exports.get("EnableLogTypes", []) if name not in kept]
    cluster.enabled_cloudwatch_logs_exports = kept + added
    return original(self, kwargs)
