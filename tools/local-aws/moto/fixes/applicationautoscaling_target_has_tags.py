"""A scalable target has tags, from its registration on.

AWS tags it by its ARN. moto has no tags of targets.
https://docs.aws.amazon.com/autoscaling/application/APIReference/API_ListTagsForResource.html
"""

import json
from typing import Any

from moto.applicationautoscaling.models import FakeScalableTarget
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from patching import wrap
from service import Refusal, operation


def found(self: ApplicationAutoScalingResponse, arn: str) -> Any:
    for targets in self.applicationautoscaling_backend.targets.values():
        for target in targets.values():
            if target.arn == arn:
                return target
    raise Refusal("ResourceNotFoundException", f"The resource {arn} does not exist.")


def tags(target: FakeScalableTarget) -> dict[str, str]:
    return vars(target).setdefault("tags", {})


@wrap(ApplicationAutoScalingResponse, "register_scalable_target")
def register_scalable_target(original: Any, self: ApplicationAutoScalingResponse) -> str:
    answer = json.loads(original(self))
    given = self._get_param("Tags")
    if given:
        tags(found(self, answer["ScalableTargetARN"])).update(given)
    return json.dumps(answer)


@operation(ApplicationAutoScalingResponse, "ListTagsForResource")
def list_tags_for_resource(self: ApplicationAutoScalingResponse, asked: dict[str, Any]) -> dict[str, Any]:
    return {"Tags": tags(found(self, asked["ResourceARN"]))}


@operation(ApplicationAutoScalingResponse, "TagResource")
def tag_resource(self: ApplicationAutoScalingResponse, asked: dict[str, Any]) -> None:
    tags(found(self, asked["ResourceARN"])).update(asked["Tags"])


@operation(ApplicationAutoScalingResponse, "UntagResource")
def untag_resource(self: ApplicationAutoScalingResponse, asked: dict[str, Any]) -> None:
    for key in asked["TagKeys"]:
        tags(found(self, asked["ResourceARN"])).pop(key, None)
