"""The permissions boundary of a role is a managed policy that exists: AWS's own, or one of the account.

AWS refuses another one with NoSuchEntity, when a role is made and when it is put on one. moto takes any ARN.
https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePermissionsBoundary.html
"""

from typing import Any

from moto.iam.exceptions import NoSuchEntity
from moto.iam.models import IAMBackend
from patching import wrap


def check(backend: IAMBackend, boundary: str | None) -> None:
    # What is no ARN of a policy at all, moto refuses itself.
    if boundary and backend.policy_arn_regex.match(boundary) and boundary not in backend.managed_policies:
        raise NoSuchEntity(f"Scope ARN: {boundary} does not exist or is not attachable.")


@wrap(IAMBackend, "create_role")
def create_role(
    original: Any,
    self: IAMBackend,
    role_name: str,
    assume_role_policy_document: str,
    path: str,
    permissions_boundary: str | None,
    *args: Any,
    **kwargs: Any,
) -> Any:
    check(self, permissions_boundary)
    return original(self, role_name, assume_role_policy_document, path, permissions_boundary, *args, **kwargs)


@wrap(IAMBackend, "put_role_permissions_boundary")
def put_role_permissions_boundary(original: Any, self: IAMBackend, role_name: str, permissions_boundary: str) -> None:
    check(self, permissions_boundary)
    original(self, role_name, permissions_boundary)
