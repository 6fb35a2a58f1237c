"""A region opts in to the types of resources that AWS Backup backs up, each by itself.

What an update does not name stays, a type that the region does not have is refused, and all of them are told. moto has no
such settings. Whether Aurora is in from the start is told differently in AWS's pages; here it is not, so that who needs it
must say so.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html
"""

from typing import Any

from moto.backup.models import BackupBackend
from moto.backup.responses import BackupResponse
from service import Refusal, operation

OUT = ("Aurora", "CloudFormation", "DocumentDB", "FSx", "Neptune", "SAP HANA on Amazon EC2", "Storage Gateway")
IN = ("DynamoDB", "EBS", "EC2", "EFS", "RDS", "Redshift", "S3", "VirtualMachine")
MANAGED = {"CloudFormation": True, "DynamoDB": False, "EFS": True}
INVALID = "InvalidParameterValueException"


def settings(backend: BackupBackend) -> dict[str, dict[str, bool]]:
    known = {
        "ResourceTypeOptInPreference": {**dict.fromkeys(OUT, False), **dict.fromkeys(IN, True)},
        "ResourceTypeManagementPreference": dict(MANAGED),
    }
    return vars(backend).setdefault("region_settings", known)


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
