"""Aurora Serverless v2 needs a version that has it, capacity in half units within that version's range, and db.serverless.

AWS refuses another version or capacity, seconds until a pause where instances never pause, an instance of class db.serverless in a cluster without capacity range, and one
outside of a cluster. moto takes all of them.
https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html
"""

from typing import Any

from moto.rds.exceptions import InvalidDBClusterStateFault, InvalidParameterCombination, InvalidParameterValue
from moto.rds.models import DBCluster, DBInstance, RDSBackend
from patching import wrap

# The first minor version, of each major one, that has Serverless v2, more than 128 units, and none at all.
EVER = {13: 6, 14: 3, 15: 2}
ABOVE_128 = {13: 13, 14: 10, 15: 5, 16: 1}
DOWN_TO_ZERO = {13: 15, 14: 12, 15: 7, 16: 3}
LATEST = "16.8"
NAMES = (("min_capacity", "MinCapacity"), ("max_capacity", "MaxCapacity"))


def since(version: str, first: dict[int, int]) -> bool:
    major, minor = (int(part) for part in [*version.split("."), "0"][:2])
    return major > max(first) or minor >= first.get(major, 1_000)


def check(engine: str, version: str, scaling: dict[str, Any]) -> None:
    if engine != "aurora-postgresql":
        return
    if not since(version, EVER):
        raise InvalidParameterCombination(f"Aurora Serverless v2 is not supported by {engine} {version}.")
    least, most = (float(scaling.get(name, scaling.get(other, 1))) for name, other in NAMES)
    lowest, highest = 0 if since(version, DOWN_TO_ZERO) else 0.5, 256 if since(version, ABOVE_128) else 128
    if any(units * 2 % 1 for units in (least, most)):
        raise InvalidParameterValue("Serverless v2 capacity is given in steps of 0.5 Aurora capacity units.")
    pause = scaling.get("seconds_until_auto_pause", scaling.get("SecondsUntilAutoPause"))
    if pause is not None and least > 0:
        raise InvalidParameterValue("Seconds until auto-pause can be given with a minimum capacity of 0 only.")
    if not (lowest <= least <= most <= highest and most >= 1):
        raise InvalidParameterValue(
            f"Serverless v2 capacity {least} to {most} is not within {lowest} and {highest} units, least first."
        )


@wrap(RDSBackend, "create_db_cluster")
def create_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    scaling = kwargs.get("serverless_v2_scaling_configuration")
    if scaling:
        check(kwargs["engine"], kwargs.get("engine_version") or LATEST, scaling)
    return original(self, kwargs)


@wrap(RDSBackend, "modify_db_cluster")
def modify_db_cluster(original: Any, self: RDSBackend, kwargs: dict[str, Any]) -> DBCluster:
    cluster, scaling = self.clusters.get(kwargs["db_cluster_identifier"]), kwargs.get("serverless_v2_scaling_configuration")
    if cluster is not None and scaling:
        check(cluster.engine, kwargs.get("engine_version") or cluster.engine_version, scaling)
    return original(self, kwargs)


@wrap(RDSBackend, "create_db_instance")
def create_db_instance(original: Any, self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    if db_kwargs.get("db_instance_class") == "db.serverless":
        cluster = self.clusters.get(db_kwargs.get("db_cluster_identifier") or "")
        if not db_kwargs.get("db_cluster_identifier"):
            raise InvalidParameterCombination("db.serverless is a class of instances in an Aurora cluster.")
        if cluster is not None and not cluster.serverless_v2_scaling_configuration:
            raise InvalidDBClusterStateFault(
                "Set the Serverless v2 scaling configuration on the parent DB cluster before creating a Serverless v2 DB instance."
            )
    return original(self, db_kwargs)
