"""What a resource policy allows: just enough of IAM's evaluation for the rules that AWS checks at creation.

Conditions on keys that are not known here count as met, so a policy is never called too strict by mistake.
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

import json
from fnmatch import fnmatchcase
from typing import Any

Statement = dict[str, Any]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def statements(document: str | bytes | None) -> list[Statement]:
    return listed(json.loads(document).get("Statement")) if document else []


def principals(statement: Statement, kind: str) -> list[str]:
    """The principals of one kind (AWS, Service) that a statement names; "*" is one of each kind."""
    principal = statement.get("Principal")
    return ["*"] if principal == "*" else listed(principal.get(kind)) if isinstance(principal, dict) else []


def names_action(statement: Statement, action: str) -> bool:
    return any(fnmatchcase(action.lower(), pattern.lower()) for pattern in listed(statement.get("Action")))


def names_resource(statement: Statement, resource: str) -> bool:
    return any(fnmatchcase(resource, pattern) for pattern in listed(statement.get("Resource")))


def condition_met(statement: Statement, known: dict[str, str]) -> bool:
    """Whether the conditions hold for what is known of a request; lower-case keys."""
    for operator, entries in (statement.get("Condition") or {}).items():
        negated = "not" in operator.lower()
        for key, patterns in entries.items():
            value = known.get(key.lower())
            if value is None:
                continue
            if any(fnmatchcase(value, str(pattern)) for pattern in listed(patterns)) == negated:
                return False
    return True
