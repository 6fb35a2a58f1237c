"""A cache subnet group can be deleted, once no cache is in it.

moto keeps every subnet group for ever.
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteCacheSubnetGroup.html
"""

from typing import Any

from moto.elasticache.exceptions import CacheSubnetGroupNotFound
from moto.elasticache.responses import ElastiCacheResponse
from service import Refusal, operation


@operation(ElastiCacheResponse, "DeleteCacheSubnetGroup", "InvalidParameterValue")
def delete_cache_subnet_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> None:
    backend, name = self.elasticache_backend, asked["CacheSubnetGroupName"]
    if name not in backend.cache_subnet_groups:
        raise CacheSubnetGroupNotFound(name)
    if any(group.cache_subnet_group_name == name for group in backend.replication_groups.values()):
        raise Refusal("CacheSubnetGroupInUse", f"Cache subnet group {name} is currently in use by a cache cluster.")
    del backend.cache_subnet_groups[name]
