"""A selection assigns resources to a plan, under a role that AWS Backup can assume.

AWS refuses a role that does not exist or does not trust backup.amazonaws.com. moto has no selections.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupSelection.html
"""

from typing import Any

from backup_points import trusts_backup
from moto.backup.models import Plan
from moto.backup.responses import BackupResponse
from moto.core.utils import unix_time
from moto.moto_api._internal import mock_random
from service import Refusal, operation

INVALID = "InvalidParameterValueException"


def selections(plan: Plan) -> dict[str, Any]:
    return vars(plan).setdefault("selections", {})


def plan_of(self: BackupResponse, asked: dict[str, Any]) -> Plan:
    return self.backup_backend.get_backup_plan(asked["BackupPlanId"], None)


def found(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    known = selections(plan_of(self, asked))
    if asked["SelectionId"] not in known:
        # AWS's words, which clients look for.
        raise Refusal("InvalidParameterValueException", "Cannot find Backup plan selection")
    return known[asked["SelectionId"]]


@operation(BackupResponse, "CreateBackupSelection", invalid=INVALID)
def create_backup_selection(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    plan, wanted = plan_of(self, asked), asked["BackupSelection"]
    if any(each["BackupSelection"]["SelectionName"] == wanted["SelectionName"] for each in selections(plan).values()):
        raise Refusal("AlreadyExistsException", f"The plan has a selection {wanted['SelectionName']} already")
    if not trusts_backup(self, wanted["IamRoleArn"]):
        raise Refusal(INVALID, f"IAM Role {wanted['IamRoleArn']} cannot be assumed by AWS Backup")
    created = {
        "SelectionId": str(mock_random.uuid4()),
        "BackupPlanId": plan.backup_plan_id,
        "CreationDate": unix_time(),
        "CreatorRequestId": asked.get("CreatorRequestId"),
        "BackupSelection": wanted,
    }
    selections(plan)[created["SelectionId"]] = created
    return created


@operation(BackupResponse, "GetBackupSelection", invalid=INVALID)
def get_backup_selection(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return found(self, asked)


@operation(BackupResponse, "ListBackupSelections", invalid=INVALID)
def list_backup_selections(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {
        "BackupSelectionsList": [
            {**each["BackupSelection"], **each} for each in selections(plan_of(self, asked)).values()
        ]
    }


@operation(BackupResponse, "DeleteBackupSelection", invalid=INVALID)
def delete_backup_selection(self: BackupResponse, asked: dict[str, Any]) -> None:
    found(self, asked)
    del selections(plan_of(self, asked))[asked["SelectionId"]]
