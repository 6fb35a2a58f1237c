"""An organization lets its accounts copy backups to each other only once its management account has said so.

Members may ask, nobody outside of an organization. moto has no such setting.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateGlobalSettings.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DescribeGlobalSettings.html
"""

from typing import Any

from backup_accounts import INVALID, global_settings, management_of
from moto.backup.responses import BackupResponse
from service import Refusal, operation


def settings(self: BackupResponse) -> dict[str, str]:
    management = management_of(self.current_account, self.partition)
    if management is None:
        raise Refusal("InvalidRequestException", "The account is not a member of an organization")
    return global_settings(management, self.partition)


@operation(BackupResponse, "DescribeGlobalSettings", invalid=INVALID)
def describe(self: BackupResponse, _: dict[str, Any]) -> dict[str, Any]:
    return {"GlobalSettings": settings(self)}


@operation(BackupResponse, "UpdateGlobalSettings", invalid=INVALID)
def update(self: BackupResponse, asked: dict[str, Any]) -> None:
    known = settings(self)
    if management_of(self.current_account, self.partition) != self.current_account:
        raise Refusal("InvalidRequestException", "Only the management account of an organization changes this")
    wanted = asked.get("GlobalSettings") or {}
    if not set(wanted) <= set(known) or not set(wanted.values()) <= {"true", "false"}:
        raise Refusal(INVALID, "The global settings have names or values that do not exist")
    known.update(wanted)
