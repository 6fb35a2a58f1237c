"""Tags are told of every resource of ElastiCache that there is.

moto tells those of some kinds, and refuses the ARN of any other.
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_ListTagsForResource.html
"""

from typing import Any

from elasticache import kept
from moto.elasticache.models import ElastiCacheBackend
from patching import wrap


@wrap(ElastiCacheBackend, "list_tags_for_resource")
def list_tags_for_resource(original: Any, self: ElastiCacheBackend, arn: str) -> dict[str, list[dict[str, str]]]:
    own = [each["ARN"] for kind in ("parameter groups", "user groups") for each in kept(self, kind).values()]
    return self.tagging_service.list_tags_for_resource(arn) if arn in own else original(self, arn)
