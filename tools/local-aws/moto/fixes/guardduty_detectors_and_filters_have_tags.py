"""Detectors and filters of GuardDuty keep their tags, which can change.

moto drops the tags of a filter, and lacks the three operations.
https://docs.aws.amazon.com/guardduty/latest/APIReference/API_TagResource.html
"""

import json
from typing import Any

from moto.guardduty.models import Filter
from moto.guardduty.responses import GuardDutyResponse
from patching import wrap
from service import Refusal, operation

INVALID = "BadRequestException"


def tags(self: GuardDutyResponse, arn: str) -> dict[str, str]:
    place = arn.split("/")[1:]
    detector = self.guardduty_backend.detectors.get(place[0]) if place else None
    owner: Any = detector.filters.get(place[2]) if detector and len(place) == 3 else detector
    if owner is None:
        raise Refusal(INVALID, f"The request is rejected because the resource {arn} does not exist.")
    return vars(owner).setdefault("tags", {})


@wrap(GuardDutyResponse, "create_filter")
def create_filter(original: Any, self: GuardDutyResponse) -> str:
    answer = original(self)
    asked = json.loads(self.body)
    detector = self.guardduty_backend.detectors[self.path.split("/")[-2]]
    vars(detector.filters[asked["name"]])["tags"] = asked.get("tags") or {}
    return answer


@wrap(Filter, "to_json")
def to_json(original: Any, self: Filter) -> dict[str, Any]:
    return {**original(self), "tags": vars(self).get("tags", {})}


@operation(GuardDutyResponse, "ListTagsForResource", INVALID)
def list_tags_for_resource(self: GuardDutyResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {"Tags": tags(self, asked["ResourceArn"])}


@operation(GuardDutyResponse, "TagResource", INVALID)
def tag_resource(self: GuardDutyResponse, asked: dict[str, Any]) -> None:
    tags(self, asked["ResourceArn"]).update(asked["Tags"])


@operation(GuardDutyResponse, "UntagResource", INVALID)
def untag_resource(self: GuardDutyResponse, asked: dict[str, Any]) -> None:
    for key in asked["TagKeys"]:
        tags(self, asked["ResourceArn"]).pop(key, None)
