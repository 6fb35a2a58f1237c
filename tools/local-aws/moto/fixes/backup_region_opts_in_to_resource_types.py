"""A region opts in to the types of resources that AWS Backup backs up, each by itself.

What an update does not name stays, a type that the region does not have is refused, and all of them are told. moto has no
such settings. Whether Aurora is in from the start is told differently in AWS's pages; here it is not, so that who needs it
must say so.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html
"""

from typing import Any

from backup_points import settings
from moto.backup.responses import BackupResponse
from service import Refusal, operation

INVALID = "InvalidParameterValueException"


@operation(BackupResponse, "DescribeRegionSettings", invalid=INVALID)
def describe_region_settings(self: BackupResponse, _: dict[str, Any]) -> dict[str, Any]:
    return settings(self.backup_backend)


@operation(BackupResponse, "UpdateRegionSettings", invalid=INVALID)
def update_region_settings(self: BackupResponse, asked: dict[str, Any]) -> None:
    known = settings(self.backup_backend)
    for name, wanted in asked.items():
        if not set(wanted) <= set(known[name]):
            raise Refusal(INVALID, "Element present in resource type opt in preference has invalid values.")
    for name, wanted in asked.items():
        known[name].update(wanted)
