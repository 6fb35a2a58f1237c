"""Automated backups that are switched on after a restore begin with one of all data, which the instance is not available for.

On AWS that takes hours, while the data is still being loaded from the snapshot, and whoever waits for "available" waits
as long. moto has the instance available at once.
https://github.com/hashicorp/terraform-provider-aws/issues/44104
"""

from datetime import datetime, timedelta
from typing import Any

from moto.core.utils import utcnow
from moto.rds.models import DBInstance, RDSBackend
from patching import add, wrap

LOADING = timedelta(hours=2)
add(DBInstance, "restored_at")(None)
add(DBInstance, "first_backup_until")(None)


def status(self: DBInstance) -> str:
    until: datetime | None = self.first_backup_until
    return "backing-up" if until and utcnow() < until and self.backup_retention_period else self.state


def set_status(self: DBInstance, value: str) -> None:
    self.state = value


add(DBInstance, "status")(property(status, set_status))


@wrap(RDSBackend, "restore_db_instance_from_db_snapshot")
def restore_db_instance_from_db_snapshot(original: Any, self: RDSBackend, *args: Any) -> DBInstance:
    instance = original(self, *args)
    instance.restored_at = utcnow()
    return instance


@wrap(RDSBackend, "modify_db_instance")
def modify_db_instance(original: Any, self: RDSBackend, db_instance_identifier: str, db_kwargs: dict[str, Any]) -> Any:
    instance = original(self, db_instance_identifier, db_kwargs)
    if db_kwargs.get("backup_retention_period") and instance.restored_at:
        instance.first_backup_until = instance.restored_at + LOADING
    return instance
