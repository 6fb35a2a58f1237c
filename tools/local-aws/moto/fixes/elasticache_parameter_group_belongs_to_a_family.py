"""ElastiCache has parameter groups, each of a family, with the parameters that were set.

AWS refuses a family that does not exist, and to delete a group that a cache uses. moto has no parameter groups. Which
parameters a family has is not checked here.
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/ParameterGroups.html
"""

import re
from typing import Any

from elasticache import arn, kept
from moto.elasticache.models import ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse
from service import Refusal, operation

INVALID = "InvalidParameterValue"
FAMILIES = ["memcached1.4", "memcached1.5", "memcached1.6", "redis2.6", "redis2.8", "redis3.2", "redis4.0", "redis5.0"]
FAMILIES += ["redis6.x", "redis7", "valkey7", "valkey8"]


def groups(self: ElastiCacheResponse) -> dict[str, Any]:
    return kept(self.elasticache_backend, "parameter groups")


def named(self: ElastiCacheResponse, name: str) -> dict[str, Any]:
    if name not in groups(self):
        raise Refusal("CacheParameterGroupNotFound", f"CacheParameterGroup not found: {name}")
    return groups(self)[name]


def in_use(backend: ElastiCacheBackend, name: str) -> bool:
    return any(group.cache_parameter_group_name == name for group in backend.replication_groups.values())


@operation(ElastiCacheResponse, "CreateCacheParameterGroup", INVALID)
def create_cache_parameter_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    name, family = asked["CacheParameterGroupName"], asked["CacheParameterGroupFamily"]
    if not re.fullmatch(r"[a-z](-?[a-z0-9])*", name):
        raise Refusal(INVALID, f"The parameter CacheParameterGroupName is not a valid identifier: {name}")
    if family not in FAMILIES:
        raise Refusal(INVALID, f"CacheParameterGroupFamily {family} is not a valid parameter group family.")
    if name in groups(self):
        raise Refusal("CacheParameterGroupAlreadyExists", f"Parameter group {name} already exists")
    made = {
        "CacheParameterGroupName": name,
        "CacheParameterGroupFamily": family,
        "Description": asked["Description"],
        "IsGlobal": False,
        "ARN": arn(self.elasticache_backend, "parametergroup", name),
    }
    self.elasticache_backend.tagging_service.tag_resource(made["ARN"], asked.get("Tags", []))
    groups(self)[name] = {**made, "set": {}}
    return {"CacheParameterGroup": made}


@operation(ElastiCacheResponse, "DescribeCacheParameterGroups", INVALID)
def describe_cache_parameter_groups(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    name = asked.get("CacheParameterGroupName")
    return {"CacheParameterGroups": [named(self, name)] if name else list(groups(self).values())}


@operation(ElastiCacheResponse, "ModifyCacheParameterGroup", INVALID)
def modify_cache_parameter_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    group = named(self, asked["CacheParameterGroupName"])
    for each in asked["ParameterNameValues"]:
        group["set"][each["ParameterName"]] = each["ParameterValue"]
    return {"CacheParameterGroupName": asked["CacheParameterGroupName"]}


@operation(ElastiCacheResponse, "ResetCacheParameterGroup", INVALID)
def reset_cache_parameter_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    group = named(self, asked["CacheParameterGroupName"])
    for each in list(group["set"]) if asked.get("ResetAllParameters") else asked.get("ParameterNameValues", []):
        group["set"].pop(each if isinstance(each, str) else each["ParameterName"], None)
    return {"CacheParameterGroupName": asked["CacheParameterGroupName"]}


@operation(ElastiCacheResponse, "DescribeCacheParameters", INVALID)
def describe_cache_parameters(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    values = named(self, asked["CacheParameterGroupName"])["set"].items()
    return {"Parameters": [{"ParameterName": name, "ParameterValue": value, "Source": "user"} for name, value in values]}


@operation(ElastiCacheResponse, "DeleteCacheParameterGroup", INVALID)
def delete_cache_parameter_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> None:
    name = asked["CacheParameterGroupName"]
    named(self, name)
    if in_use(self.elasticache_backend, name):
        raise Refusal("InvalidCacheParameterGroupState", f"The parameter group {name} is in use by a cache cluster.")
    del groups(self)[name]
