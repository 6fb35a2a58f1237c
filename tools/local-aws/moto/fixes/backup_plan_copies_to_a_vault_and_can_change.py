"""A plan copies to a vault named by its ARN, can be changed, and goes only after its selections.

AWS has UpdateBackupPlan, refuses a malformed destination, a schedule that is none, a start window of less than an hour and
the deletion of a plan that has selections, and lets the name of a deleted plan be used again. moto lacks the first and
checks nothing of the rest.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateBackupPlan.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_DeleteBackupPlan.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html
"""

import re
from typing import Any

from moto.backup.models import BackupBackend, Plan
from moto.backup.responses import BackupResponse
from patching import wrap
from service import Refusal, operation

INVALID = "InvalidParameterValueException"
VAULT = re.compile(r"arn:aws[\w-]*:backup:[a-z0-9-]+:\d{12}:backup-vault:[a-zA-Z0-9_-]{2,50}")


ENTRY = r"(?:\*|\?|\w+(?:[-/#]\w+)?)(?:,\w+(?:[-/]\w+)?)*"
CRON = re.compile(rf"cron\({ENTRY}(?: {ENTRY}){{5}}\)")


def is_schedule(expression: str) -> bool:
    """Whether each of the six fields is one, with hours of a day and a step that fits into it."""
    if not CRON.fullmatch(expression):
        return False
    hours = expression.split(" ")[1]
    return all(int(number) <= 23 for number in re.findall(r"\d+", hours)) and not hours.endswith("/0")


def check(plan: dict[str, Any]) -> None:
    for rule in plan["Rules"]:
        schedule = rule.get("ScheduleExpression")
        if schedule is not None and not is_schedule(schedule):
            raise Refusal(INVALID, f"Invalid schedule expression: {schedule}")
        window = rule.get("StartWindowMinutes")
        if window is not None and window < 60:
            raise Refusal(INVALID, f"Invalid start window: {window}. It is 60 minutes at least.")
        for copy in rule.get("CopyActions") or []:
            destination = copy["DestinationBackupVaultArn"]
            if not VAULT.fullmatch(destination):
                raise Refusal(INVALID, f"Invalid destination backup vault ARN: {destination}")


@wrap(BackupBackend, "create_backup_plan")
def create_backup_plan(original: Any, self: BackupBackend, backup_plan: dict[str, Any], **options: Any) -> Plan:
    check(backup_plan)
    deleted = {name: plan for name, plan in self.plans.items() if plan.deletion_date is not None}
    self.plans = {name: plan for name, plan in self.plans.items() if name not in deleted}
    try:
        return original(self, backup_plan=backup_plan, **options)
    finally:
        self.plans |= deleted


@operation(BackupResponse, "UpdateBackupPlan", invalid=INVALID)
def update_backup_plan(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    check(asked["BackupPlan"])
    backend = self.backup_backend
    plan = backend.get_backup_plan(asked["BackupPlanId"], None)
    changed = Plan(asked["BackupPlan"], plan.creator_request_id, backend)
    plan.backup_plan, plan.version_id = changed.backup_plan, changed.version_id
    plan.advanced_backup_settings = changed.advanced_backup_settings
    return plan.to_dict()


@wrap(BackupBackend, "delete_backup_plan")
def delete_backup_plan(original: Any, self: BackupBackend, backup_plan_id: str) -> Any:
    plan = self.plans.get(backup_plan_id)
    if plan is not None and vars(plan).get("selections"):
        message = "Related backup plan selections must be deleted prior to backup plan deletion"
        raise Refusal("InvalidRequestException", message)
    return original(self, backup_plan_id)
