"""General purpose storage (gp3) of PostgreSQL has 3,000 operations a second, and 12,000 from 400 GiB on.

On AWS these come by themselves. None can be given below 400 GiB, and from there on no fewer; so who lets the storage grow beyond
400 GiB and names the 3,000 that it had is refused, which the provider does unless it is told 12,000. moto has none.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Storage.html#gp3-storage
https://github.com/hashicorp/terraform-provider-aws/issues/28382
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import DBInstance, RDSBackend
from patching import wrap

STRIPED = 400


def check(storage: int, asked: Any) -> None:
    if asked is None:
        return
    if storage < STRIPED:
        raise InvalidParameterCombination(
            f"You can't specify IOPS or storage throughput for engine postgres and a storage size less than {STRIPED}."
        )
    if int(asked) < 12_000:
        raise InvalidParameterCombination(f"Invalid iops value for engine name postgres and storage type gp3: {asked}")


def settle(instance: DBInstance) -> None:
    if instance.engine == "postgres" and instance.storage_type == "gp3":
        least = (12_000, 500) if int(instance.allocated_storage) >= STRIPED else (3_000, 125)
        instance.iops = max(int(instance.iops or 0), least[0])
        instance.storage_throughput = max(int(instance.storage_throughput or 0), least[1])


@wrap(RDSBackend, "create_db_instance")
def create_db_instance(original: Any, self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
    if db_kwargs.get("engine") == "postgres" and db_kwargs.get("storage_type") == "gp3":
        check(int(db_kwargs["allocated_storage"]), db_kwargs.get("iops"))
    instance = original(self, db_kwargs)
    settle(instance)
    return instance


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    instance = self.databases.get(db_instance_identifier)
    if instance is not None and instance.engine == "postgres" and instance.storage_type == "gp3":
        check(int(db_kwargs.get("allocated_storage") or instance.allocated_storage), db_kwargs.get("iops"))
    changed = original(self, db_instance_identifier, db_kwargs)
    settle(changed)
    return changed
