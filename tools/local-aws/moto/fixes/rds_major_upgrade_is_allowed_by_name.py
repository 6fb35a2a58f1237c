"""Another major version wants AllowMajorVersionUpgrade, and a parameter group of its family instead of one of the old.

AWS refuses it otherwise, of clusters and instances. moto changes the version whatever is given.
https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_ModifyDBCluster.html
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.PostgreSQL.MajorVersion.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBCluster, DBInstance, RDSBackend
from patching import wrap


def check(version: str, asked: dict[str, Any], family: str | None) -> None:
    wanted = asked.get("engine_version") or version
    if wanted.split(".")[0] == version.split(".")[0]:
        return
    if not asked.get("allow_major_version_upgrade"):
        raise InvalidParameterCombination(
            "The AllowMajorVersionUpgrade flag must be present when upgrading to a new major version."
        )
    if family is not None and not family.endswith(wanted.split(".")[0]):
        raise InvalidParameterCombination(f"A parameter group of family {family} can't be used for version {wanted}.")


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    cluster = self.clusters.get(kwargs["db_cluster_identifier"])
    if cluster is not None:
        name = kwargs.get("db_cluster_parameter_group_name") or cluster.parameter_group
        group = self.db_cluster_parameter_groups.get(name)
        check(cluster.engine_version, kwargs, group.db_parameter_group_family if group else None)
    return original(self, kwargs)


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(
    original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]
) -> DBInstance:
    instance = self.databases.get(db_instance_identifier)
    if instance is not None:
        name = db_kwargs.get("db_parameter_group_name") or instance.db_parameter_group_name
        group = self.db_parameter_groups.get(name) if name else None
        check(instance.engine_version, db_kwargs, group.family if group else None)
    return original(self, db_instance_identifier, db_kwargs)
