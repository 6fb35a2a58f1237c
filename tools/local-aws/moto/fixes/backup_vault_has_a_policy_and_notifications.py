"""A vault has an access policy, and notifies a topic.

moto has none of the operations.
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultAccessPolicy.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultNotifications.html
"""

import json
import re
from typing import Any

from moto.backup.responses import BackupResponse
from service import Refusal, operation

INVALID = "InvalidParameterValueException"
TOPIC = re.compile(r"arn:aws[\w-]*:sns:[a-z0-9-]+:\d{12}:[\w-]+")


def vault_of(self: BackupResponse, asked: dict[str, Any]) -> Any:
    return self.backup_backend.describe_backup_vault(asked["BackupVaultName"])


def kept(vault: Any, name: str) -> dict[str, Any]:
    found = vars(vault).get(name)
    if found is None:
        message = f"{vault.backup_vault_name} has no {name.replace('_', ' ')}"
        raise Refusal("ResourceNotFoundException", message)
    return {"BackupVaultName": vault.backup_vault_name, "BackupVaultArn": vault.backup_vault_arn, **found}


@operation(BackupResponse, "PutBackupVaultAccessPolicy", invalid=INVALID)
def put_policy(self: BackupResponse, asked: dict[str, Any]) -> None:
    try:
        statements = json.loads(asked.get("Policy", ""))["Statement"]
    except (ValueError, KeyError, TypeError) as problem:
        raise Refusal(INVALID, "The policy is no policy document") from problem
    if any("Principal" not in statement and "NotPrincipal" not in statement for statement in statements):
        raise Refusal(INVALID, "Each statement of a vault's policy names a principal")
    vault_of(self, asked).access_policy = {"Policy": asked["Policy"]}


@operation(BackupResponse, "GetBackupVaultAccessPolicy", invalid=INVALID)
def get_policy(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return kept(vault_of(self, asked), "access_policy")


@operation(BackupResponse, "DeleteBackupVaultAccessPolicy", invalid=INVALID)
def delete_policy(self: BackupResponse, asked: dict[str, Any]) -> None:
    vault_of(self, asked).access_policy = None


@operation(BackupResponse, "PutBackupVaultNotifications", invalid=INVALID)
def put_notifications(self: BackupResponse, asked: dict[str, Any]) -> None:
    if not TOPIC.fullmatch(asked["SNSTopicArn"]):
        raise Refusal(INVALID, f"Not the ARN of a topic: {asked['SNSTopicArn']}")
    events = {"SNSTopicArn": asked["SNSTopicArn"], "BackupVaultEvents": asked["BackupVaultEvents"]}
    vault_of(self, asked).notifications = events


@operation(BackupResponse, "GetBackupVaultNotifications", invalid=INVALID)
def get_notifications(self: BackupResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return kept(vault_of(self, asked), "notifications")


@operation(BackupResponse, "DeleteBackupVaultNotifications", invalid=INVALID)
def delete_notifications(self: BackupResponse, asked: dict[str, Any]) -> None:
    vault_of(self, asked).notifications = None
