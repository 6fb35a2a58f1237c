"""A queue keeps its three policies (access, redrive, redrive allow) until each is changed, and tells them compactly.

moto forgets the access policy when another attribute is set, tells the redrive policy with spaces that nobody wrote,
and does not know the redrive allow policy.
https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
"""

import json
from typing import Any

from moto.sqs.models import Queue
from patching import add, wrap, wrap_property

add(Queue, "redrive_allow_policy")(None)
if "RedriveAllowPolicy" not in Queue.BASE_ATTRIBUTES:
    Queue.BASE_ATTRIBUTES.append("RedriveAllowPolicy")


@wrap(Queue, "_set_attributes")
def set_attributes(original: Any, self: Queue, attributes: dict[str, Any], now: float | None = None) -> None:
    kept = {} if "Policy" in attributes else {"Policy": getattr(self, "policy", None)}
    original(self, {**kept, **attributes}, now)


@wrap_property(Queue, "attributes")
def attributes(original: Any, self: Queue) -> dict[str, Any]:
    told = original(self)
    if told.get("RedrivePolicy"):
        told["RedrivePolicy"] = json.dumps(json.loads(told["RedrivePolicy"]), separators=(",", ":"))
    return {name: value for name, value in told.items() if name != "RedriveAllowPolicy" or value}
