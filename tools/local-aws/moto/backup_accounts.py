"""What AWS Backup asks before it copies a backup into another region, or a vault of another account.

It starts the job and fails it, and the message tells why.
https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html
https://repost.aws/knowledge-center/backup-troubleshoot-cross-account-copy
"""

from typing import Any

from moto.backup.models import Vault
from moto.kms.models import Key, kms_backends
from moto.organizations.models import organizations_backends
from policy import condition_met, names_action, principals, statements

INVALID = "InvalidParameterValueException"
CROSS_ACCOUNT = "isCrossAccountBackupEnabled"
# AWS Backup there, which copies what is shared with its account.
ROLE = "role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup"
READS = ("kms:DescribeKey", "kms:ReEncryptFrom", "kms:CreateGrant")
KEY = "The source snapshot KMS key does not exist, is not enabled or you do not have permissions to access it."


def management_of(account: str, partition: str) -> str | None:
    """The management account of the organization that an account is in."""
    if organizations_backends[account][partition].org is not None:
        return account
    return organizations_backends.master_accounts.get(account, (None, None))[0]


def global_settings(management: str, partition: str) -> dict[str, str]:
    off = {CROSS_ACCOUNT: "false", "isMpaEnabled": "false", "isDelegatedAdministratorEnabled": "false"}
    return vars(organizations_backends[management][partition].org).setdefault("backup_settings", off)


def admits(document: str | None, account: str, action: str, known: dict[str, str]) -> bool:
    """Whether a policy of one account allows an action to another one."""
    names = {"*", account, f"arn:aws:iam::{account}:root"}
    met = [
        statement["Effect"]
        for statement in statements(document)
        if names & set(principals(statement, "AWS")) and names_action(statement, action) and condition_met(statement, known)
    ]
    return "Allow" in met and "Deny" not in met


def refusal(account: str, partition: str, point: dict[str, Any], vault: Vault | None, to: str) -> str | None:
    """Why an account's backup is not copied into a vault of another one; None if it is."""
    management = management_of(account, partition)
    if management is None or management != management_of(to, partition):
        return "Copy job failed. Both source and destination account must be a member of the same organization."
    if global_settings(management, partition)[CROSS_ACCOUNT] != "true":
        return "Copy job failed. Cross-account backup is not enabled in the organization."
    policy = vault.access_policy["Policy"] if vault is not None and getattr(vault, "access_policy", None) else None
    if not admits(policy, account, "backup:CopyIntoBackupVault", {}):
        return "Access Denied trying to call AWS Backup service."
    if not point["IsEncrypted"]:
        return None
    key = key_of(point)
    known = {"aws:principalarn": f"arn:{partition}:iam::{to}:{ROLE}"}
    return None if key.key_manager != "AWS" and is_read_by(key, to, known) else KEY


def region_refusal(account: str, point: dict[str, Any], to: str) -> str | None:
    """Why a backup is not copied into another region of its account: its key is read by way of services there."""
    if not point["IsEncrypted"] or to == point["EncryptionKeyArn"].split(":")[3]:
        return None
    services = ({"kms:viaservice": f"{service}.{to}.amazonaws.com"} for service in ("backup", "rds"))
    key = key_of(point)
    return None if key.key_manager == "AWS" or any(is_read_by(key, account, via) for via in services) else KEY


def key_of(point: dict[str, Any]) -> Key:
    _, _, _, region, account, *_ = point["EncryptionKeyArn"].split(":")
    return kms_backends[account][region].describe_key(point["EncryptionKeyArn"])


def is_read_by(key: Key, account: str, known: dict[str, str]) -> bool:
    of = {"kms:calleraccount": account, "kms:grantisforawsresource": "true", **known}
    return all(admits(key.policy, account, action, of) for action in READS)
