"""A GuardDuty detector tells every feature that it has, and an update changes only those that it names.

AWS lists each feature with its status, disabled ones too, and the additional configuration of each. moto keeps the list
of the last call under the names of the request.
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_DetectorFeatureConfiguration.html
"""

from typing import Any

from moto.core.exceptions import JsonRESTError
from moto.guardduty.models import Detector
from patching import wrap

FOUNDATION = ["CLOUD_TRAIL", "DNS_LOGS", "FLOW_LOGS"]
AGENTS = ["EKS_ADDON_MANAGEMENT", "ECS_FARGATE_AGENT_MANAGEMENT", "EC2_AGENT_MANAGEMENT"]
OPTIONAL: dict[str, list[str]] = {
    "S3_DATA_EVENTS": [],
    "EKS_AUDIT_LOGS": [],
    "EBS_MALWARE_PROTECTION": [],
    "RDS_LOGIN_EVENTS": [],
    "EKS_RUNTIME_MONITORING": AGENTS[:1],
    "LAMBDA_NETWORK_LOGS": [],
    "RUNTIME_MONITORING": AGENTS,
}
# On where a detector is made without a word about it.
DEFAULT_ON = {"S3_DATA_EVENTS", "EKS_AUDIT_LOGS", "EBS_MALWARE_PROTECTION", "RDS_LOGIN_EVENTS", "LAMBDA_NETWORK_LOGS"}


def bad_request(message: str) -> JsonRESTError:
    return JsonRESTError("BadRequestException", message)


def feature(name: str, status: str) -> dict[str, Any]:
    told: dict[str, Any] = {"name": name, "status": status}
    if OPTIONAL[name]:
        told["additionalConfiguration"] = [{"name": agent, "status": "DISABLED"} for agent in OPTIONAL[name]]
    return told


def merged(kept: list[dict[str, Any]], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    by_name = {one["name"]: one for one in kept}
    for wanted in given:
        name, status = wanted.get("name"), wanted.get("status")
        if name not in by_name or status not in ("ENABLED", "DISABLED"):
            raise bad_request(f"The request is rejected because an invalid feature was given: {name} {status}")
        by_name[name]["status"] = status
        parts = {part["name"]: part for part in by_name[name].get("additionalConfiguration", [])}
        for part in wanted.get("additionalConfiguration") or []:
            if part.get("name") not in parts:
                raise bad_request(f"The request is rejected because {name} has no {part.get('name')}")
            parts[part["name"]]["status"] = part.get("status")
    return list(by_name.values())


@wrap(Detector, "__init__")
def __init__(original: Any, self: Detector, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    default = [feature(name, "ENABLED" if name in DEFAULT_ON else "DISABLED") for name in OPTIONAL]
    self.features = merged(default, self.features)


@wrap(Detector, "update")
def update(original: Any, self: Detector, enable: Any, frequency: Any, sources: Any, features: Any) -> None:
    kept = self.features
    original(self, enable, frequency, sources, None)
    self.features = merged(kept, features or [])


@wrap(Detector, "to_json")
def to_json(original: Any, self: Detector) -> dict[str, Any]:
    foundation = [{"name": name, "status": "ENABLED" if self.enabled else "DISABLED"} for name in FOUNDATION]
    return {**original(self), "features": [*foundation, *self.features]}
