"""What IAM lets the session of a role do: the role's policies, its permissions boundary and the resource's own policy.

Judged by a simulator of IAM, with the conditions' keys that are given. Policies of sessions, of endpoints and of
organizations are not asked.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from moto.iam.models import IAMBackend, Policy, Role, iam_backends
from moto.sts.models import AssumedRole, sts_backends
from moto.utilities.utils import get_partition
from node import node

PROGRAM = Path(__file__).parent / "permissions.mjs"


@dataclass(frozen=True)
class Wish:
    """What a session asks for."""

    action: str
    resource: str
    context: dict[str, str]
    # The policy of the resource itself.
    of: str | None


def session_of(account: str, region: str, access_key: str) -> AssumedRole | None:
    """The session of a role that a request is signed with, if it is one's."""
    return sts_backends[account][get_partition(region)].get_assumed_role_from_access_key(access_key)


def document(policy: Policy) -> Any:
    return json.loads(next(one.document for one in policy.versions if one.is_default))


def policies(iam: IAMBackend, role: Role) -> dict[str, Any]:
    boundary = role.permissions_boundary_arn
    return {
        "policies": [json.loads(text) for text in role.policies.values()]
        + [document(one) for one in role.managed_policies.values()],
        "boundary": document(iam.managed_policies[boundary]) if boundary else None,
    }


def allowed(session: AssumedRole, region: str, wish: Wish) -> bool:
    iam = iam_backends[session.account_id][get_partition(region)]
    role = iam.get_role_by_arn(session.role_arn)
    asked = {
        "principal": role.arn,
        "account": session.account_id,
        "action": wish.action,
        "resource": wish.resource,
        "context": {
            "aws:PrincipalArn": role.arn,
            "aws:PrincipalAccount": session.account_id,
            "aws:RequestedRegion": region,
            "aws:SecureTransport": "true",
            **wish.context,
        },
        **policies(iam, role),
        "of": json.loads(wish.of) if wish.of else None,
    }
    told = subprocess.run([node(), str(PROGRAM)], input=json.dumps(asked) + "\n", capture_output=True, text=True)
    if told.returncode:
        raise RuntimeError(f"{wish.action} could not be judged: {told.stderr}")
    return told.stdout.strip() == "Allowed"
