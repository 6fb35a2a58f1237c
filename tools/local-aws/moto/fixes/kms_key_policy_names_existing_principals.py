"""A key policy is well formed, names principals that exist, and leaves somebody who can change it.

AWS refuses any other with MalformedPolicyDocumentException, a role that is not there yet included. moto takes any text.
https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
"""

import json
import re
from typing import Any

from moto.iam.models import iam_backends
from moto.kms.responses import KmsResponse
from moto.core.exceptions import JsonRESTError
from patching import wrap
from policy import Statement, listed, names_action, principals

ACCOUNT = re.compile(r"\d{12}|arn:(?P<partition>[\w-]+):iam::\d{12}:root")
IDENTITY = re.compile(r"arn:(?P<partition>[\w-]+):iam::(?P<account>\d{12}):(?P<kind>role|user)/[\w+=,.@/-]+")
SESSION = re.compile(r"arn:[\w-]+:sts::\d{12}:(assumed-role|federated-user)/[\w+=,.@/-]+")
SERVICE = re.compile(r"[\w.-]+\.(amazonaws\.com(\.cn)?|aws\.internal)")


def malformed(message: str) -> JsonRESTError:
    return JsonRESTError("MalformedPolicyDocumentException", message)


def exists(principal: str) -> bool:
    if principal == "*" or ACCOUNT.fullmatch(principal) or SESSION.fullmatch(principal):
        return True
    identity = IDENTITY.fullmatch(principal)
    if identity is None:
        return False
    backend = iam_backends[identity["account"]][identity["partition"]]
    known = backend.roles if identity["kind"] == "role" else backend.users
    return any(each.arn == principal for each in known.values())


def check_statement(statement: Statement) -> None:
    if not isinstance(statement, dict) or statement.get("Effect") not in ("Allow", "Deny"):
        raise malformed("Policy contains a statement without a valid Effect.")
    if not (statement.get("Action") or statement.get("NotAction")):
        raise malformed("Policy statement must contain actions.")
    if not (statement.get("Resource") or statement.get("NotResource")):
        raise malformed("Policy statement must contain resources.")
    if not (statement.get("Principal") or statement.get("NotPrincipal")):
        raise malformed("Policy statement must contain principals.")
    valid = all(exists(name) for name in principals(statement, "AWS")) and all(
        name == "*" or SERVICE.fullmatch(name) for name in principals(statement, "Service")
    )
    if not valid:
        raise malformed("Policy contains a statement with one or more invalid principals.")


def check(document: str, account: str, unlocked: bool) -> None:
    try:
        parsed = json.loads(document)
        found = listed(parsed.get("Statement"))
    except (ValueError, AttributeError):
        raise malformed("Policy contains syntax errors.") from None
    if not found or parsed.get("Version", "2012-10-17") not in ("2012-10-17", "2008-10-17"):
        raise malformed("Policy contains no statement or an unknown version.")
    for statement in found:
        check_statement(statement)
    keepers = [
        name
        for statement in found
        if statement["Effect"] == "Allow" and names_action(statement, "kms:PutKeyPolicy")
        for name in principals(statement, "AWS")
    ]
    if not unlocked and not any(name == "*" or account in name for name in keepers):
        raise malformed("The new key policy will not allow you to update the key policy in the future.")


for operation in ("create_key", "put_key_policy", "replicate_key"):

    @wrap(KmsResponse, operation)
    def checked(original: Any, self: KmsResponse) -> str:
        policy = self._get_param("Policy")
        if policy is not None:
            check(policy, self.current_account, bool(self._get_param("BypassPolicyLockoutSafetyCheck")))
        return original(self)
