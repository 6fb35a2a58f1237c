"""ElastiCache has groups of users; a user who logs in with IAM has one name and id.

AWS refuses a group with a user that does not exist, or of another engine, and one for Redis without a default user; it
refuses to delete a group that a cache uses. moto has no user groups, and lets an IAM user have two names.
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html
https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html
"""

from typing import Any

from elasticache import arn, kept
from moto.elasticache.exceptions import UserNotFound
from moto.elasticache.models import ElastiCacheBackend, User
from moto.elasticache.responses import ElastiCacheResponse
from patching import wrap
from service import Refusal, operation

INVALID = "InvalidParameterValue"


def groups(self: ElastiCacheResponse) -> dict[str, Any]:
    return kept(self.elasticache_backend, "user groups")


def named(self: ElastiCacheResponse, name: str) -> dict[str, Any]:
    if name not in groups(self):
        raise Refusal("UserGroupNotFound", f"User group {name} not found.")
    return groups(self)[name]


def told(self: ElastiCacheResponse, group: dict[str, Any]) -> dict[str, Any]:
    caches = self.elasticache_backend.replication_groups.values()
    return {**group, "ReplicationGroups": [one.replication_group_id for one in caches if group["UserGroupId"] in one.user_group_ids]}


def check(self: ElastiCacheResponse, engine: str, ids: list[str]) -> None:
    users = self.elasticache_backend.users
    for each in ids:
        if each not in users:
            raise UserNotFound(each)
        if engine == "redis" and users[each].engine != engine:
            raise Refusal("InvalidParameterCombination", f"User {each} is not of the engine {engine}.")
    if engine == "redis" and not any(users[each].name == "default" for each in ids):
        raise Refusal("DefaultUserRequired", "The user group must contain a user with the user name default.")


@wrap(ElastiCacheBackend, "create_user")
def create_user(original: Any, self: ElastiCacheBackend, **asked: Any) -> User:
    if asked["authentication_type"] == "iam" and asked["user_id"] != asked["user_name"]:
        raise Refusal("InvalidParameterCombination", "User Id and User name must be same for authentication type: iam")
    made = original(self, **asked)
    self.tagging_service.tag_resource(made.arn, asked.get("tags") or [])
    return made


@operation(ElastiCacheResponse, "CreateUserGroup", INVALID)
def create_user_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    name, engine, ids = asked["UserGroupId"], asked["Engine"].lower(), asked.get("UserIds", [])
    if name in groups(self):
        raise Refusal("UserGroupAlreadyExists", f"User Group {name} already exists.")
    check(self, engine, ids)
    made = {
        "UserGroupId": name,
        "Status": "active",
        "Engine": engine,
        "UserIds": ids,
        "MinimumEngineVersion": "7.2" if engine == "valkey" else "6.0",
        "ARN": arn(self.elasticache_backend, "usergroup", name),
    }
    self.elasticache_backend.tagging_service.tag_resource(made["ARN"], asked.get("Tags", []))
    groups(self)[name] = made
    return told(self, made)


@operation(ElastiCacheResponse, "DescribeUserGroups", INVALID)
def describe_user_groups(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    name = asked.get("UserGroupId")
    found = [named(self, name)] if name else groups(self).values()
    return {"UserGroups": [told(self, each) for each in found]}


@operation(ElastiCacheResponse, "ModifyUserGroup", INVALID)
def modify_user_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    group = named(self, asked["UserGroupId"])
    gone = asked.get("UserIdsToRemove", [])
    ids = [each for each in group["UserIds"] if each not in gone] + asked.get("UserIdsToAdd", [])
    check(self, group["Engine"], ids)
    group["UserIds"] = ids
    return told(self, group)


@operation(ElastiCacheResponse, "DeleteUserGroup", INVALID)
def delete_user_group(self: ElastiCacheResponse, asked: dict[str, Any]) -> dict[str, Any]:
    group = told(self, named(self, asked["UserGroupId"]))
    if group["ReplicationGroups"]:
        raise Refusal("InvalidUserGroupState", f"User group {group['UserGroupId']} is used by a replication group.")
    del groups(self)[group["UserGroupId"]]
    return {**group, "Status": "deleting"}
