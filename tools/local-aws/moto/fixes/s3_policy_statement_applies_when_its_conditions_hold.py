"""A statement of a bucket policy whose conditions do not hold says nothing.

On AWS it is as if it were not there, so "deny what comes without TLS" denies nothing that comes with it. moto denies
the request, whatever the statement's effect, and takes every Bool condition for true. A request to the local AWS counts
as one with TLS: it stands for one to AWS's https endpoint, and does not leave the machine.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from typing import Any

from moto.iam.access_control import IAMPolicyStatement, PermissionResult
from moto.iam.policy_conditions import CONDITION_OPERATIONS
from patching import MotoChanged, wrap

WITH_TLS = {"aws:SecureTransport": "true"}


def bool_operation(expected: list[str] | str, actual: str) -> bool:
    return actual in ([expected] if isinstance(expected, str) else expected)


if "Bool" in CONDITION_OPERATIONS:
    raise MotoChanged("moto has its own Bool condition now: this one is not needed any more")
CONDITION_OPERATIONS["Bool"] = bool_operation


@wrap(IAMPolicyStatement, "is_action_permitted")
def is_action_permitted(
    original: Any,
    self: IAMPolicyStatement,
    action: str,
    resource: str = "*",
    principal: str | None = None,
    incoming_condition_values: dict[str, str] | None = None,
) -> PermissionResult:
    values = WITH_TLS | (incoming_condition_values or {})
    if not self._check_conditions(values):
        return PermissionResult.NEUTRAL
    return original(self, action, resource, principal, values)
