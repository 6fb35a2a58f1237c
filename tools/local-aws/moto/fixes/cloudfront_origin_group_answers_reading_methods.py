"""A behavior of an origin group takes GET, HEAD and OPTIONS only, because only those fall back on the second origin.

AWS refuses every other method there. moto takes them.
https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html
"""

from typing import Any

from moto.cloudfront.models import CloudFrontBackend
from patching import wrap
from service import Refusal

MESSAGE = (
    "The parameter AllowedMethods cannot include POST, PUT, PATCH, or DELETE "
    "for a cached behavior associated with an origin group."
)


def listed(container: dict[str, Any] | None) -> list[Any]:
    return (container or {}).get("Items") or []


def check(config: dict[str, Any]) -> None:
    groups = [group["Id"] for group in listed(config.get("OriginGroups"))]
    for behavior in [config["DefaultCacheBehavior"], *listed(config.get("CacheBehaviors"))]:
        methods = set(listed(behavior.get("AllowedMethods")))
        if behavior["TargetOriginId"] in groups and methods - {"GET", "HEAD", "OPTIONS"}:
            raise Refusal("InvalidArgument", MESSAGE)


@wrap(CloudFrontBackend, "create_distribution_with_tags")
def create(original: Any, self: CloudFrontBackend, distribution_config: dict[str, Any], tags: Any) -> Any:
    check(distribution_config)
    return original(self, distribution_config, tags)


@wrap(CloudFrontBackend, "update_distribution")
def update(original: Any, self: CloudFrontBackend, dist_config: dict[str, Any], _id: str, if_match: Any) -> Any:
    check(dist_config)
    return original(self, dist_config, _id, if_match)
