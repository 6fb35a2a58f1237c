"""Caches."""

from typing import Any

from support import ZONES, AwsTest


class ElastiCacheTest(AwsTest):
    def setUp(self) -> None:
        self.cache = self.client("elasticache")

    def parameters(self, family: str = "valkey8") -> dict[str, Any]:
        return self.cache.create_cache_parameter_group(
            CacheParameterGroupName=self.name("group"),
            CacheParameterGroupFamily=family,
            Description="test",
            Tags=[{"Key": "of", "Value": "shop"}],
        )["CacheParameterGroup"]

    def subnets(self) -> str:
        name = self.name("subnets")
        group = {"CacheSubnetGroupName": name, "CacheSubnetGroupDescription": "test", "SubnetIds": self.vpc()[1]}
        self.cache.create_cache_subnet_group(**group)
        return name

    def user(self, **options: Any) -> str:
        name = self.name("user")
        asked = {"UserId": name, "UserName": name, "Engine": "valkey", "AccessString": "on ~* +@all"}
        self.cache.create_user(**{**asked, "AuthenticationMode": {"Type": "iam"}, **options})
        return name

    def users(self) -> str:
        name = self.name("users")
        self.cache.create_user_group(UserGroupId=name, Engine="valkey", UserIds=[self.user()])
        return name

    def nodes(self, **options: Any) -> dict[str, Any]:
        asked = {
            "ReplicationGroupId": self.name("cache"),
            "ReplicationGroupDescription": "test",
            "Engine": "valkey",
            "EngineVersion": "8.0",
            "NumCacheClusters": 3,
            "AutomaticFailoverEnabled": True,
            "MultiAZEnabled": True,
            "TransitEncryptionEnabled": True,
        }
        return self.cache.create_replication_group(**{**asked, **options})["ReplicationGroup"]


class Parameters(ElastiCacheTest):
    FIX = "elasticache_parameter_group_belongs_to_a_family"

    def test_those_that_were_set_are_told_until_they_are_reset(self) -> None:
        name = self.parameters()["CacheParameterGroupName"]
        value = {"ParameterName": "maxmemory-policy", "ParameterValue": "allkeys-lru"}
        self.cache.modify_cache_parameter_group(CacheParameterGroupName=name, ParameterNameValues=[value])
        told = self.cache.describe_cache_parameters(CacheParameterGroupName=name, Source="user")["Parameters"]
        self.assertEqual(told, [{**value, "Source": "user"}])
        self.cache.reset_cache_parameter_group(CacheParameterGroupName=name, ResetAllParameters=True)
        self.assertEqual(self.cache.describe_cache_parameters(CacheParameterGroupName=name)["Parameters"], [])

    def test_a_family_that_does_not_exist_is_refused(self) -> None:
        self.refused("InvalidParameterValue", self.parameters, family="valkey80")

    def test_one_in_use_stays(self) -> None:
        name = self.parameters()["CacheParameterGroupName"]
        group = self.nodes(CacheParameterGroupName=name)["ReplicationGroupId"]
        self.refused("InvalidCacheParameterGroupState", self.cache.delete_cache_parameter_group, CacheParameterGroupName=name)
        self.cache.delete_replication_group(ReplicationGroupId=group)
        self.cache.delete_cache_parameter_group(CacheParameterGroupName=name)
        describe = self.cache.describe_cache_parameter_groups
        self.refused("CacheParameterGroupNotFound", describe, CacheParameterGroupName=name)


class Subnets(ElastiCacheTest):
    FIX = "elasticache_subnet_group_can_go"

    def test_a_group_goes_once_no_cache_is_in_it(self) -> None:
        name = self.subnets()
        group = self.nodes(CacheSubnetGroupName=name)["ReplicationGroupId"]
        self.refused("CacheSubnetGroupInUse", self.cache.delete_cache_subnet_group, CacheSubnetGroupName=name)
        self.cache.delete_replication_group(ReplicationGroupId=group)
        self.cache.delete_cache_subnet_group(CacheSubnetGroupName=name)
        describe = self.cache.describe_cache_subnet_groups
        self.refused("CacheSubnetGroupNotFoundFault", describe, CacheSubnetGroupName=name)


class Users(ElastiCacheTest):
    FIX = "elasticache_user_group_has_users"

    def test_a_group_tells_its_users_and_its_caches(self) -> None:
        name = self.users()
        cache = self.nodes(UserGroupIds=[name])["ReplicationGroupId"]
        (told,) = self.cache.describe_user_groups(UserGroupId=name)["UserGroups"]
        self.assertEqual((len(told["UserIds"]), told["ReplicationGroups"], told["Status"]), (1, [cache], "active"))
        self.refused("InvalidUserGroupState", self.cache.delete_user_group, UserGroupId=name)

    def test_a_user_that_does_not_exist_is_refused(self) -> None:
        create = self.cache.create_user_group
        self.refused("UserNotFound", create, UserGroupId=self.name("users"), Engine="valkey", UserIds=["nobody"])

    def test_redis_wants_a_default_user(self) -> None:
        user, create = self.user(Engine="redis"), self.cache.create_user_group
        self.refused("DefaultUserRequired", create, UserGroupId=self.name("users"), Engine="redis", UserIds=[user])

    def test_an_iam_user_with_two_names_is_refused(self) -> None:
        self.refused("InvalidParameterCombination", self.user, UserName="another")


class Nodes(ElastiCacheTest):
    FIX = "elasticache_replication_group_has_member_clusters"

    def test_each_is_a_cluster_in_a_zone_of_its_own(self) -> None:
        names = {"CacheSubnetGroupName": self.subnets(), "CacheParameterGroupName": self.parameters()["CacheParameterGroupName"]}
        members = self.nodes(**names)["MemberClusters"]
        told = [self.cache.describe_cache_clusters(CacheClusterId=each)["CacheClusters"][0] for each in members]
        self.assertEqual([each["PreferredAvailabilityZone"] for each in told], ZONES)
        self.assertEqual({(each["EngineVersion"], each["CacheSubnetGroupName"]) for each in told}, {("8.0.0", names["CacheSubnetGroupName"])})

    def test_what_does_not_exist_is_refused(self) -> None:
        self.refused("CacheSubnetGroupNotFoundFault", self.nodes, CacheSubnetGroupName="none")
        self.refused("CacheParameterGroupNotFound", self.nodes, CacheParameterGroupName="none")
        self.refused("UserGroupNotFound", self.nodes, UserGroupIds=["none"])
        self.refused("InvalidParameterValue", self.nodes, SecurityGroupIds=["sg-0123456789abcdef0"])
        self.refused("InvalidParameterValue", self.nodes, KmsKeyId="00000000-0000-0000-0000-000000000000")

    def test_what_cannot_fail_over_is_refused(self) -> None:
        self.refused("InvalidParameterCombination", self.nodes, AutomaticFailoverEnabled=False)
        self.refused("InvalidParameterCombination", self.nodes, NumCacheClusters=1)

    def test_deleted_it_is_gone_with_its_nodes(self) -> None:
        group = self.nodes()
        self.cache.delete_replication_group(ReplicationGroupId=group["ReplicationGroupId"])
        describe = self.cache.describe_replication_groups
        self.refused("ReplicationGroupNotFoundFault", describe, ReplicationGroupId=group["ReplicationGroupId"])
        self.refused("CacheClusterNotFound", self.cache.describe_cache_clusters, CacheClusterId=group["MemberClusters"][0])


class Tags(ElastiCacheTest):
    FIX = "elasticache_tags_are_told_of_every_resource"

    def test_those_of_a_parameter_group_are_told(self) -> None:
        told = self.cache.list_tags_for_resource(ResourceName=self.parameters()["ARN"])["TagList"]
        self.assertEqual(told, [{"Key": "of", "Value": "shop"}])
