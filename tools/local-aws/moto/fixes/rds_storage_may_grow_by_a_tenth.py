"""The storage that an instance may grow to is at least a tenth more than it has; the same switches growing off.

AWS refuses what is between. moto takes any.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.Autoscaling.html
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBInstance, RDSBackend
from patching import wrap


def check(engine: str, storage: Any, most: Any) -> None:
    if storage is None or most is None or int(most) == int(storage):
        return
    if int(most) * 10 < int(storage) * 11:
        raise InvalidParameterCombination(f"Invalid max storage size for engine name {engine}: {most}")


@wrap(RDSBackend, "create_db_instance")
def create_db_instance(original: Any, self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    check(db_kwargs["engine"], db_kwargs.get("allocated_storage"), db_kwargs.get("max_allocated_storage"))
    return original(self, db_kwargs)


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    instance = self.databases.get(db_instance_identifier)
    if instance is not None:
        storage = db_kwargs.get("allocated_storage") or instance.allocated_storage
        check(instance.engine, storage, db_kwargs.get("max_allocated_storage"))
    return original(self, db_instance_identifier, db_kwargs)
