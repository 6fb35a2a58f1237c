"""The storage of an instance grows, but never shrinks; less than there is, as after a restore, is refused.

moto sets whatever is asked for.
https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIOPS.ModifyingExisting.ScalingUp.html
https://github.com/aws-cloudformation/aws-cloudformation-resource-providers-rds/pull/598
"""

from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import RDSBackend
from patching import wrap


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    instance, asked = self.databases.get(db_instance_identifier), db_kwargs.get("allocated_storage")
    if instance is not None and asked is not None and int(asked) < int(instance.allocated_storage):
        raise InvalidParameterCombination(
            f"Invalid storage size for engine name {instance.engine} and storage type {instance.storage_type}: {asked}"
        )
    return original(self, db_instance_identifier, db_kwargs)
