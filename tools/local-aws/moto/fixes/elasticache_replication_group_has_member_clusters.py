"""A replication group refers to what exists, and each of its nodes is a cache cluster; deleted, it is gone with them.

AWS refuses a group whose subnet, parameter, user or security group or KMS key does not exist, and several zones without
automatic failover. moto takes all of it, makes one node whatever is asked, has no clusters for the nodes, and tells a deleted group for ever.
https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
"""

from typing import Any

from elasticache import kept
from moto.core.responses import ActionResult
from moto.ec2.models import ec2_backends
from moto.elasticache.exceptions import (
    CacheClusterNotFound,
    CacheSubnetGroupNotFound,
    InvalidParameterCombinationException,
    InvalidParameterValueException,
)
from moto.elasticache.models import ElastiCacheBackend, ReplicationGroup
from moto.elasticache.responses import ElastiCacheResponse
from moto.kms.models import kms_backends
from patching import wrap
from service import Refusal


def check(self: ElastiCacheBackend, asked: dict[str, Any]) -> None:
    subnets, parameters = asked["cache_subnet_group_name"], asked["cache_parameter_group_name"]
    if subnets and subnets not in self.cache_subnet_groups:
        raise CacheSubnetGroupNotFound(subnets)
    if parameters and not parameters.startswith("default.") and parameters not in kept(self, "parameter groups"):
        raise Refusal("CacheParameterGroupNotFound", f"CacheParameterGroup not found: {parameters}")
    for each in asked["user_group_ids"] or []:
        if each not in kept(self, "user groups"):
            raise Refusal("UserGroupNotFound", f"User group {each} not found.")
    network = ec2_backends[self.account_id][self.region_name]
    for each in asked["security_group_ids"] or []:
        if network.get_security_group_from_id(each) is None:
            raise InvalidParameterValueException(f"Security group {each} does not exist.")
    key = asked["kms_key_id"]
    if key and key.split("/")[-1] not in kms_backends[self.account_id][self.region_name].keys:
        raise InvalidParameterValueException(f"The KMS key {key} does not exist or is not accessible.")
    if asked["multi_az_enabled"] and not asked["automatic_failover_enabled"]:
        raise InvalidParameterCombinationException("Automatic failover must be enabled for Multi-AZ.")
    if asked["automatic_failover_enabled"] and not asked["num_node_groups"] and (asked["num_cache_clusters"] or 1) < 2:
        raise InvalidParameterCombinationException("Automatic failover needs at least two cache clusters.")
    if asked["user_group_ids"] and not asked["transit_encryption_enabled"]:
        raise InvalidParameterCombinationException("User group based access control needs encryption in transit.")


@wrap(ElastiCacheBackend, "create_replication_group")
def create_replication_group(original: Any, self: ElastiCacheBackend, **asked: Any) -> ReplicationGroup:
    check(self, asked)
    if asked["num_cache_clusters"] and not asked["num_node_groups"]:
        asked["replicas_per_node_group"] = asked["num_cache_clusters"] - 1
    group = original(self, **asked)
    zones = zones_of(self, group)
    for node_group in group.node_groups:
        for index, member in enumerate(node_group["node_group_members"]):
            member["preferred_availability_zone"] = zones[index % len(zones)]
    return group


def zones_of(self: ElastiCacheBackend, group: ReplicationGroup) -> list[str]:
    subnets = self.cache_subnet_groups.get(group.cache_subnet_group_name or "")
    found = [each["subnet_availability_zone"] for each in subnets.subnets] if subnets else []
    return sorted(each if isinstance(each, str) else each["Name"] for each in found) or [f"{self.region_name}a"]


def clusters(self: ElastiCacheBackend) -> list[dict[str, Any]]:
    return [
        cluster(group, member)
        for group in self.replication_groups.values()
        for node_group in group.node_groups
        for member in node_group["node_group_members"]
    ]


def cluster(group: ReplicationGroup, member: dict[str, Any]) -> dict[str, Any]:
    name = member["cache_cluster_id"]
    told = {
        "CacheClusterId": name,
        "ARN": f"{group.arn.split(':replicationgroup:')[0]}:cluster:{name}",
        "CacheClusterStatus": group.status,
        "CacheNodeType": group.cache_node_type,
        "NumCacheNodes": 1,
        "Engine": group.engine,
        "EngineVersion": full_version(group.engine_version),
        "PreferredAvailabilityZone": member["preferred_availability_zone"],
        "PreferredMaintenanceWindow": group.preferred_maintenance_window,
        "CacheParameterGroup": {
            "CacheParameterGroupName": group.cache_parameter_group_name,
            "ParameterApplyStatus": "in-sync",
        },
        "CacheSubnetGroupName": group.cache_subnet_group_name,
        "SecurityGroups": [{"SecurityGroupId": each, "Status": "active"} for each in group.security_group_ids or []],
        "ReplicationGroupId": group.replication_group_id,
        "SnapshotRetentionLimit": group.snapshot_retention_limit,
        "SnapshotWindow": group.snapshot_window,
        "AutoMinorVersionUpgrade": group.auto_minor_version_upgrade in (True, "true"),
        "TransitEncryptionEnabled": group.transit_encryption_enabled,
        "TransitEncryptionMode": group.transit_encryption_mode,
        "AtRestEncryptionEnabled": group.at_rest_encryption_enabled,
        "CacheClusterCreateTime": group.replication_group_create_time,
        "NetworkType": group.network_type,
        "IpDiscovery": group.ip_discovery,
    }
    return {key: value for key, value in told.items() if value is not None}


def full_version(version: str | None) -> str | None:
    """Valkey and Redis from 6 on are named by major and minor; a cluster tells the patch, too."""
    return f"{version}.0" if version and version.count(".") == 1 else version


@wrap(ElastiCacheResponse, "describe_cache_clusters")
def describe_cache_clusters(original: Any, self: ElastiCacheResponse) -> ActionResult:
    wanted = self._get_param("CacheClusterId")
    members = clusters(self.elasticache_backend)
    found = [each for each in members if wanted in (None, each["CacheClusterId"])]
    if wanted and found:
        return ActionResult({"CacheClusters": found})
    try:
        own = self.elasticache_backend.describe_cache_clusters(cache_cluster_id=wanted)
    except CacheClusterNotFound:
        raise Refusal("CacheClusterNotFound", f"CacheCluster not found: {wanted}") from None
    return ActionResult({"CacheClusters": [*found, *own]})


@wrap(ElastiCacheBackend, "delete_replication_group")
def delete_replication_group(original: Any, self: ElastiCacheBackend, **asked: Any) -> ReplicationGroup:
    group = original(self, **asked)
    del self.replication_groups[group.replication_group_id]
    return group
