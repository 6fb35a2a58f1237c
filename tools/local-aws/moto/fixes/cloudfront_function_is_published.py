"""A CloudFront function has a development and, once published, a live stage, each with its ETag.

AWS has UpdateFunction and PublishFunction, refuses either without the current ETag, and knows no live stage before
the first publication. moto has neither, and tells the same for both stages.
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/publish-function.html
"""

import copy
from typing import Any

from moto.cloudfront.exceptions import NoSuchFunctionExists
from moto.cloudfront.models import CloudFrontFunction, random_id
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from patching import wrap
from service import Refusal, operation

INVALID = "InvalidArgument"


def matching(self: CloudFrontResponse, asked: dict[str, Any]) -> CloudFrontFunction:
    function = self.backend.describe_function(asked["Name"])
    if not asked.get("IfMatch"):
        raise Refusal("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.")
    if asked["IfMatch"] != function.etag:
        raise Refusal("PreconditionFailed", "The If-Match version is not the current one.")
    return function


def stage(self: CloudFrontResponse) -> CloudFrontFunction:
    function = self.backend.describe_function(self._get_param("Name"))
    if self._get_param("Stage") != "LIVE":
        return function
    live = vars(function).get("live")
    if live is None:
        raise NoSuchFunctionExists(function.name)
    return live


@operation(CloudFrontResponse, "UpdateFunction", INVALID)
def update_function(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
    function = matching(self, asked)
    function.config, function.code = asked["FunctionConfig"], asked["FunctionCode"]
    function.etag, function.last_modified_time, function.status = random_id(), utcnow(), "UNPUBLISHED"
    return {"FunctionSummary": function.function_summary, "ETag": function.etag}


@operation(CloudFrontResponse, "PublishFunction", INVALID)
def publish_function(self: CloudFrontResponse, asked: dict[str, Any]) -> dict[str, Any]:
    function: Any = matching(self, asked)
    function.status = "UNASSOCIATED"
    function.live = None
    live = copy.copy(function)
    live.stage, live.etag = "LIVE", random_id()
    function.live = live
    return {"FunctionSummary": live.function_summary}


@wrap(CloudFrontResponse, "describe_function")
def describe_function(_: Any, self: CloudFrontResponse) -> ActionResult:
    function = stage(self)
    return ActionResult({"FunctionSummary": function.function_summary, "ETag": function.etag})


@wrap(CloudFrontResponse, "get_function")
def get_function(_: Any, self: CloudFrontResponse) -> ActionResult:
    function = stage(self)
    octets = "application/octet-stream"
    return ActionResult({"FunctionCode": function.code, "ETag": function.etag, "ContentType": octets})
