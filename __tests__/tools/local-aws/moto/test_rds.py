"""Aurora clusters, their instances and snapshots."""

import json
from typing import Any

from support import OTHER_REGION, REGION, ZONES, AwsTest


class RdsTest(AwsTest):
    def setUp(self) -> None:
        self.rds, self.other = self.client("rds"), self.client("rds", OTHER_REGION)
        self.cluster = self.name("shop")

    def create(self, rds: Any = None, **options: Any) -> dict:
        password = {} if options.get("ManageMasterUserPassword") else {"MasterUserPassword": "not-a-secret"}
        created = (rds or self.rds).create_db_cluster(
            DBClusterIdentifier=self.cluster,
            Engine="aurora-postgresql",
            EngineVersion="16.8",
            MasterUsername="shopkeeper",
            **password,
            **options,
        )
        return created["DBCluster"]

    def described(self, cluster: str | None = None, rds: Any = None) -> dict:
        return (rds or self.rds).describe_db_clusters(DBClusterIdentifier=cluster or self.cluster)["DBClusters"][0]

    def snapshot(self) -> dict:
        taken = self.rds.create_db_cluster_snapshot(
            DBClusterIdentifier=self.cluster, DBClusterSnapshotIdentifier=self.name("snapshot")
        )
        return taken["DBClusterSnapshot"]

    def subnet_group(self) -> str:
        name = self.name("data")
        subnets = self.vpc()[1]
        self.rds.create_db_subnet_group(DBSubnetGroupName=name, DBSubnetGroupDescription="data", SubnetIds=subnets)
        return name

    def instance(self, instance_class: str = "db.r7g.large", **options: Any) -> dict:
        created = self.rds.create_db_instance(
            DBInstanceIdentifier=self.name("instance"),
            DBClusterIdentifier=self.cluster,
            DBInstanceClass=instance_class,
            Engine="aurora-postgresql",
            **options,
        )
        return created["DBInstance"]


class SharedSnapshots(RdsTest):
    FIX = "rds_snapshot_of_another_account_is_found_once_shared"

    def test_another_account_copies_one_once_it_is_shared_with_it(self) -> None:
        self.create()
        taken, there = self.snapshot(), self.within("999999999999", "rds")
        arn, name = taken["DBClusterSnapshotArn"], self.name("copy")
        asked = {"SourceDBClusterSnapshotIdentifier": arn, "TargetDBClusterSnapshotIdentifier": name}
        self.refused("DBClusterSnapshotNotFoundFault", there.copy_db_cluster_snapshot, **asked)
        self.rds.modify_db_cluster_snapshot_attribute(
            DBClusterSnapshotIdentifier=taken["DBClusterSnapshotIdentifier"],
            **{"AttributeName": "restore", "ValuesToAdd": ["999999999999"]},
        )
        copied = there.copy_db_cluster_snapshot(**asked)["DBClusterSnapshot"]
        self.assertEqual(copied["SourceDBClusterSnapshotArn"], arn)


class ScalingConfiguration(RdsTest):
    FIX = "rds_cluster_without_serverless_v1_has_no_scaling_configuration"

    def test_a_serverless_v2_cluster_has_none(self) -> None:
        self.create(ServerlessV2ScalingConfiguration={"MinCapacity": 0.5, "MaxCapacity": 4})
        described = self.described()
        self.assertNotIn("ScalingConfigurationInfo", described)
        self.assertEqual(described["ServerlessV2ScalingConfiguration"], {"MinCapacity": 0.5, "MaxCapacity": 4})


class ClusterKey(RdsTest):
    FIX = "rds_cluster_key_exists_in_its_region"

    def test_a_key_given_by_its_id_is_told_by_its_arn(self) -> None:
        key = self.key()
        self.create(StorageEncrypted=True, KmsKeyId=key.split("/")[-1])
        self.assertEqual(self.described()["KmsKeyId"], key)

    def test_an_unencrypted_cluster_has_no_key(self) -> None:
        self.create()
        self.assertIs(self.described()["StorageEncrypted"], False)
        self.assertNotIn("KmsKeyId", self.described())

    def test_a_key_of_another_region_is_refused(self) -> None:
        key = self.key(OTHER_REGION)
        self.refused("KMSKeyNotAccessibleFault", self.create, StorageEncrypted=True, KmsKeyId=key)

    def test_a_disabled_key_is_refused(self) -> None:
        key = self.key()
        self.client("kms").disable_key(KeyId=key.split("/")[-1])
        self.refused("KMSKeyNotAccessibleFault", self.create, StorageEncrypted=True, KmsKeyId=key)

    def test_a_missing_key_for_the_managed_password_is_refused(self) -> None:
        missing = f"arn:aws:kms:{REGION}:123456789012:key/00000000-0000-0000-0000-000000000000"
        options = {"ManageMasterUserPassword": True, "MasterUserSecretKmsKeyId": missing}
        self.refused("KMSKeyNotAccessibleFault", self.create, **options)


class ManagedSecret(RdsTest):
    FIX = "rds_managed_secret_holds_the_master_user"

    def test_it_holds_the_master_user_and_a_password_of_its_own(self) -> None:
        passwords = set()
        for _ in range(2):
            self.cluster = self.name("shop")
            arn = self.create(ManageMasterUserPassword=True)["MasterUserSecret"]["SecretArn"]
            secret = json.loads(self.client("secretsmanager").get_secret_value(SecretId=arn)["SecretString"])
            self.assertEqual(secret["username"], "shopkeeper")
            passwords.add(secret["password"])
        self.assertEqual(len(passwords), 2)


class Restore(RdsTest):
    FIX = "rds_restored_cluster_is_made_from_its_snapshot"

    def restore(self, snapshot: str, rds: Any = None, **options: Any) -> dict:
        name = self.name("restored")
        arguments = {"Engine": "aurora-postgresql"} | options
        (rds or self.rds).restore_db_cluster_from_snapshot(
            DBClusterIdentifier=name, SnapshotIdentifier=snapshot, **arguments
        )
        return self.described(name, rds)

    def test_it_is_restored_by_the_arn_of_its_own_region(self) -> None:
        self.create(DatabaseName="orders", BackupRetentionPeriod=14)
        restored = self.restore(self.snapshot()["DBClusterSnapshotArn"])
        kept = {name: restored[name] for name in ("DatabaseName", "BackupRetentionPeriod", "MasterUsername")}
        self.assertEqual(kept, {"DatabaseName": "orders", "BackupRetentionPeriod": 14, "MasterUsername": "shopkeeper"})

    def test_a_snapshot_of_another_region_is_not_found(self) -> None:
        self.create()
        arn = self.snapshot()["DBClusterSnapshotArn"]
        self.refused("DBClusterSnapshotNotFoundFault", self.restore, snapshot=arn, rds=self.other)

    def test_a_cluster_with_a_managed_password_is_restored_with_a_new_key(self) -> None:
        first, second = self.key(), self.key()
        self.create(StorageEncrypted=True, KmsKeyId=first, ManageMasterUserPassword=True)
        restored = self.restore(self.snapshot()["DBClusterSnapshotArn"], KmsKeyId=second)
        self.assertEqual((restored["StorageEncrypted"], restored["KmsKeyId"]), (True, second))
        self.assertNotIn("MasterUserSecret", restored)
        modify = {"DBClusterIdentifier": restored["DBClusterIdentifier"], "ManageMasterUserPassword": True}
        self.rds.modify_db_cluster(**modify, MasterUserSecretKmsKeyId=second)
        self.assertEqual(self.described(restored["DBClusterIdentifier"])["MasterUserSecret"]["KmsKeyId"], second)

    def test_its_version_is_not_earlier_than_that_of_the_snapshot(self) -> None:
        self.create()
        snapshot = self.snapshot()["DBClusterSnapshotArn"]
        self.refused("InvalidParameterCombination", self.restore, snapshot=snapshot, EngineVersion="16.6")
        self.assertEqual(self.restore(snapshot, EngineVersion="16.11")["EngineVersion"], "16.11")

    def test_protection_tags_and_login_are_not_taken_over(self) -> None:
        tags = [{"Key": "of", "Value": "lost"}]
        self.create(DeletionProtection=True, EnableIAMDatabaseAuthentication=True, Tags=tags)
        restored = self.restore(self.snapshot()["DBClusterSnapshotIdentifier"])
        self.assertIs(restored["DeletionProtection"], False)
        self.assertIs(restored["IAMDatabaseAuthenticationEnabled"], False)
        self.assertEqual(restored["TagList"], [])

    def test_its_zones_are_of_its_own_region(self) -> None:
        self.create()
        copied = self.other.copy_db_cluster_snapshot(
            SourceDBClusterSnapshotIdentifier=self.snapshot()["DBClusterSnapshotArn"],
            TargetDBClusterSnapshotIdentifier=self.name("copy"),
        )["DBClusterSnapshot"]
        restored = self.restore(copied["DBClusterSnapshotArn"], self.other)
        self.assertEqual(restored["AvailabilityZones"], [f"{OTHER_REGION}{letter}" for letter in "abc"])

    def test_another_engine_is_refused(self) -> None:
        self.create()
        snapshot = self.snapshot()["DBClusterSnapshotArn"]
        self.refused("InvalidParameterCombination", self.restore, snapshot=snapshot, Engine="aurora-mysql")


class SnapshotCopy(RdsTest):
    FIX = "rds_snapshot_copy_names_its_source"

    def copy(self, source: dict, **options: Any) -> dict:
        return self.other.copy_db_cluster_snapshot(
            SourceDBClusterSnapshotIdentifier=source["DBClusterSnapshotArn"],
            TargetDBClusterSnapshotIdentifier=self.name("copy"),
            **options,
        )["DBClusterSnapshot"]

    def test_it_tells_its_source_its_cluster_and_its_key(self) -> None:
        resource = self.create(StorageEncrypted=True)["DbClusterResourceId"]
        source, key = self.snapshot(), self.key(OTHER_REGION)
        copied = self.copy(source, KmsKeyId=key)["DBClusterSnapshotIdentifier"]
        found = self.other.describe_db_cluster_snapshots(DBClusterSnapshotIdentifier=copied)["DBClusterSnapshots"][0]
        self.assertEqual(found["SourceDBClusterSnapshotArn"], source["DBClusterSnapshotArn"])
        self.assertEqual((found["StorageEncrypted"], found["KmsKeyId"]), (True, key))
        self.assertEqual(found["DbClusterResourceId"], resource)
        self.assertGreaterEqual(found["SnapshotCreateTime"], source["SnapshotCreateTime"])

    def test_an_encrypted_snapshot_needs_a_key_for_another_region(self) -> None:
        self.create(StorageEncrypted=True)
        self.refused("InvalidParameterCombination", self.copy, source=self.snapshot())

    def test_copying_does_not_encrypt(self) -> None:
        self.create()
        key = self.key(OTHER_REGION)
        self.refused("InvalidParameterCombination", self.copy, source=self.snapshot(), KmsKeyId=key)


class SnapshotKey(RdsTest):
    FIX = "rds_cluster_key_exists_in_its_region"

    def test_a_disabled_key_is_refused_for_a_copy(self) -> None:
        self.create(StorageEncrypted=True)
        key = self.key(OTHER_REGION)
        self.client("kms", OTHER_REGION).disable_key(KeyId=key.split("/")[-1])
        copy = {
            "SourceDBClusterSnapshotIdentifier": self.snapshot()["DBClusterSnapshotArn"],
            "TargetDBClusterSnapshotIdentifier": self.name("copy"),
            "KmsKeyId": key,
        }
        self.refused("KMSKeyNotAccessibleFault", self.other.copy_db_cluster_snapshot, **copy)


class Identifier(RdsTest):
    FIX = "rds_cluster_identifier_is_unique"

    def test_a_second_cluster_of_the_same_name_is_refused(self) -> None:
        self.create()
        self.refused("DBClusterAlreadyExistsFault", self.create)


class Modification(RdsTest):
    FIX = "rds_cluster_modification_takes_effect"

    def test_iam_login_can_be_switched_on(self) -> None:
        self.create()
        self.rds.modify_db_cluster(DBClusterIdentifier=self.cluster, EnableIAMDatabaseAuthentication=True)
        self.assertIs(self.described()["IAMDatabaseAuthenticationEnabled"], True)

    def test_log_exports_can_be_changed(self) -> None:
        self.create(EnableCloudwatchLogsExports=["postgresql"])
        change = {"EnableLogTypes": ["iam-db-auth-error"], "DisableLogTypes": ["postgresql"]}
        self.rds.modify_db_cluster(DBClusterIdentifier=self.cluster, CloudwatchLogsExportConfiguration=change)
        self.assertEqual(self.described()["EnabledCloudwatchLogsExports"], ["iam-db-auth-error"])

    def test_a_missing_cluster_is_refused(self) -> None:
        self.refused("DBClusterNotFoundFault", self.rds.modify_db_cluster, DBClusterIdentifier="missing")


class Deletion(RdsTest):
    FIX = "rds_cluster_takes_its_automated_backups_along"

    def test_its_automated_snapshots_go_with_it_and_the_manual_ones_stay(self) -> None:
        self.create()
        kept = self.snapshot()["DBClusterSnapshotIdentifier"]
        self.rds.delete_db_cluster(DBClusterIdentifier=self.cluster, SkipFinalSnapshot=True)
        left = self.rds.describe_db_cluster_snapshots(DBClusterIdentifier=self.cluster)["DBClusterSnapshots"]
        self.assertEqual([snapshot["DBClusterSnapshotIdentifier"] for snapshot in left], [kept])

    def test_it_wants_a_final_snapshot_or_a_clear_no(self) -> None:
        self.create()
        delete = self.rds.delete_db_cluster
        self.refused("InvalidParameterCombination", delete, DBClusterIdentifier=self.cluster)


class DataApi(RdsTest):
    FIX = "rds_data_api_can_be_switched_on"

    def test_it_is_on_when_asked_for(self) -> None:
        self.create(EnableHttpEndpoint=True)
        self.assertIs(self.described()["HttpEndpointEnabled"], True)

    def test_it_can_be_switched_on_and_off_later(self) -> None:
        arn = self.create()["DBClusterArn"]
        self.rds.enable_http_endpoint(ResourceArn=arn)
        self.assertIs(self.described()["HttpEndpointEnabled"], True)
        self.rds.disable_http_endpoint(ResourceArn=arn)
        self.assertIs(self.described()["HttpEndpointEnabled"], False)

    def test_a_missing_cluster_is_refused(self) -> None:
        arn = f"arn:aws:rds:{REGION}:123456789012:cluster:missing"
        self.refused("DBClusterNotFoundFault", self.rds.enable_http_endpoint, ResourceArn=arn)


class PerformanceInsights(RdsTest):
    FIX = "rds_instances_report_performance_insights"

    def test_an_instance_keeps_them(self) -> None:
        self.create()
        key = self.key()
        created = self.instance(EnablePerformanceInsights=True, PerformanceInsightsKMSKeyId=key)
        self.assertIs(created["PerformanceInsightsEnabled"], True)
        self.assertEqual(created["PerformanceInsightsKMSKeyId"], key)
        self.assertEqual(created["PerformanceInsightsRetentionPeriod"], 7)

    def test_they_can_be_switched_on_later(self) -> None:
        self.create()
        name = self.instance()["DBInstanceIdentifier"]
        self.rds.modify_db_instance(DBInstanceIdentifier=name, EnablePerformanceInsights=True)
        found = self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]
        self.assertIs(found["PerformanceInsightsEnabled"], True)

    def test_a_key_of_another_region_is_refused(self) -> None:
        self.create()
        options = {"EnablePerformanceInsights": True, "PerformanceInsightsKMSKeyId": self.key(OTHER_REGION)}
        self.refused("KMSKeyNotAccessibleFault", self.instance, **options)


class Monitoring(RdsTest):
    FIX = "rds_cluster_keeps_enhanced_monitoring"
    ROLE = "arn:aws:iam::123456789012:role/monitoring"

    def test_a_cluster_keeps_interval_and_role(self) -> None:
        self.create(MonitoringInterval=60, MonitoringRoleArn=self.ROLE)
        described = self.described()
        self.assertEqual((described["MonitoringInterval"], described["MonitoringRoleArn"]), (60, self.ROLE))

    def test_an_interval_without_role_is_refused(self) -> None:
        self.refused("InvalidParameterCombination", self.create, MonitoringInterval=60)


class InstanceZones(RdsTest):
    FIX = "rds_cluster_instances_spread_over_zones"

    def test_instances_that_name_no_zone_are_spread(self) -> None:
        self.create(DBSubnetGroupName=self.subnet_group())
        instances = [self.instance() for _ in range(3)]
        self.assertEqual([each["AvailabilityZone"] for each in instances], ZONES)
        self.assertEqual(len({each["DbiResourceId"] for each in instances}), 3)

    def test_an_instance_keeps_the_zone_that_it_names_and_has_the_clusters_subnets(self) -> None:
        group = self.subnet_group()
        self.create(DBSubnetGroupName=group)
        created = self.instance(AvailabilityZone=ZONES[2])
        self.assertEqual(created["AvailabilityZone"], ZONES[2])
        self.assertEqual(created["DBSubnetGroup"]["DBSubnetGroupName"], group)


class PublicAccess(RdsTest):
    FIX = "rds_instance_is_public_only_when_it_can_be"

    def test_it_is_private_in_a_vpc_without_internet_gateway(self) -> None:
        self.create(DBSubnetGroupName=self.subnet_group())
        self.assertIs(self.instance()["PubliclyAccessible"], False)

    def test_it_is_public_in_a_vpc_with_an_internet_gateway_unless_told(self) -> None:
        group = self.subnet_group()
        vpc = self.rds.describe_db_subnet_groups(DBSubnetGroupName=group)["DBSubnetGroups"][0]["VpcId"]
        ec2 = self.client("ec2")
        gateway = ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"]
        ec2.attach_internet_gateway(InternetGatewayId=gateway, VpcId=vpc)
        self.create(DBSubnetGroupName=group)
        self.assertIs(self.instance()["PubliclyAccessible"], True)
        self.assertIs(self.instance(PubliclyAccessible=False)["PubliclyAccessible"], False)


class References(RdsTest):
    FIX = "rds_cluster_refers_to_what_exists"

    def test_a_missing_subnet_group_is_refused(self) -> None:
        self.refused("DBSubnetGroupNotFoundFault", self.create, DBSubnetGroupName="missing")

    def test_a_missing_parameter_group_is_refused(self) -> None:
        self.refused("DBClusterParameterGroupNotFound", self.create, DBClusterParameterGroupName="missing")

    def test_a_missing_security_group_is_refused(self) -> None:
        self.refused("InvalidVPCNetworkStateFault", self.create, VpcSecurityGroupIds=["sg-00000000000000000"])

    def test_they_are_refused_for_a_change_too(self) -> None:
        self.create()
        change = {"DBClusterIdentifier": self.cluster, "DBClusterParameterGroupName": "missing"}
        self.refused("DBClusterParameterGroupNotFound", self.rds.modify_db_cluster, **change)


class SubnetGroup(RdsTest):
    FIX = "rds_subnet_group_covers_two_zones"

    def test_subnets_in_one_zone_are_refused(self) -> None:
        group = {"DBSubnetGroupName": self.name("data"), "DBSubnetGroupDescription": "data"}
        subnets = self.vpc()[1][:1]
        create = self.rds.create_db_subnet_group
        self.refused("DBSubnetGroupDoesNotCoverEnoughAZs", create, SubnetIds=subnets, **group)


class DefaultParameterGroup(RdsTest):
    FIX = "rds_cluster_default_parameter_group_is_of_its_engine"

    def test_it_is_the_one_of_the_engine_and_its_version(self) -> None:
        self.assertEqual(self.create()["DBClusterParameterGroup"], "default.aurora-postgresql16")


class ServerlessV2(RdsTest):
    FIX = "rds_serverless_v2_has_versions_and_half_units"
    RANGE = {"ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 4}}

    def test_an_old_version_is_refused(self) -> None:
        user = {"MasterUsername": "shopkeeper", "MasterUserPassword": "not-a-secret"}
        old = {"DBClusterIdentifier": self.cluster, "Engine": "aurora-postgresql", "EngineVersion": "13.5"}
        self.refused("InvalidParameterCombination", self.rds.create_db_cluster, **old, **user, **self.RANGE)

    def test_capacity_between_half_units_or_out_of_range_is_refused(self) -> None:
        for least, most, more in ((0.7, 4, {}), (4, 2, {}), (0.5, 300, {}), (0.5, 4, {"SecondsUntilAutoPause": 300})):
            scaling = {"MinCapacity": least, "MaxCapacity": most, **more}
            self.refused("InvalidParameterValue", self.create, ServerlessV2ScalingConfiguration=scaling)
        self.create(**self.RANGE)
        change = {"DBClusterIdentifier": self.cluster, "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.7, "MaxCapacity": 4}}
        self.refused("InvalidParameterValue", self.rds.modify_db_cluster, **change)

    def test_a_serverless_instance_needs_the_range_of_its_cluster(self) -> None:
        self.create()
        self.refused("InvalidDBClusterStateFault", self.instance, instance_class="db.serverless")
        self.rds.modify_db_cluster(DBClusterIdentifier=self.cluster, **self.RANGE)
        self.assertEqual(self.instance("db.serverless")["DBInstanceClass"], "db.serverless")

    def test_a_serverless_instance_is_in_a_cluster(self) -> None:
        alone = {"DBInstanceIdentifier": self.name("alone"), "DBInstanceClass": "db.serverless", "Engine": "postgres"}
        user = {"MasterUsername": "shopkeeper", "MasterUserPassword": "not-a-secret", "AllocatedStorage": 20}
        self.refused("InvalidParameterCombination", self.rds.create_db_instance, **alone, **user)


class MajorUpgrade(RdsTest):
    FIX = "rds_major_upgrade_is_allowed_by_name"

    def group(self, major: int) -> str:
        name = self.name("parameters")
        family = {"DBParameterGroupFamily": f"aurora-postgresql{major}", "Description": "of the shop"}
        self.rds.create_db_cluster_parameter_group(DBClusterParameterGroupName=name, **family)
        return name

    def test_a_cluster_changes_its_major_version_when_that_is_said_with_a_group_of_the_new_family(self) -> None:
        self.create(DBClusterParameterGroupName=self.group(16))
        change = {"DBClusterIdentifier": self.cluster, "EngineVersion": "17.5", "ApplyImmediately": True}
        self.refused("InvalidParameterCombination", self.rds.modify_db_cluster, **change)
        change["AllowMajorVersionUpgrade"] = True
        self.refused("InvalidParameterCombination", self.rds.modify_db_cluster, **change)
        self.rds.modify_db_cluster(**change, DBClusterParameterGroupName=self.group(17))
        self.assertEqual(self.described()["EngineVersion"], "17.5")

    def test_an_instance_wants_the_same(self) -> None:
        instance = {"DBInstanceIdentifier": self.name("alone"), "DBInstanceClass": "db.t4g.medium", "Engine": "postgres"}
        user = {"MasterUsername": "shopkeeper", "MasterUserPassword": "not-a-secret", "AllocatedStorage": 20}
        self.rds.create_db_instance(**instance, **user, EngineVersion="16.11")
        change = {"DBInstanceIdentifier": instance["DBInstanceIdentifier"], "EngineVersion": "17.7"}
        self.refused("InvalidParameterCombination", self.rds.modify_db_instance, **change)


class DataApiVersions(RdsTest):
    FIX = "rds_data_api_is_of_some_versions"

    def test_an_older_version_is_refused_at_once_and_later(self) -> None:
        old = {"DBClusterIdentifier": self.cluster, "Engine": "aurora-postgresql", "EngineVersion": "14.7"}
        user = {"MasterUsername": "shopkeeper", "MasterUserPassword": "not-a-secret"}
        create = self.rds.create_db_cluster
        self.refused("InvalidParameterCombination", create, **old, **user, EnableHttpEndpoint=True)
        arn = create(**old, **user)["DBCluster"]["DBClusterArn"]
        self.refused("InvalidParameterCombination", self.rds.enable_http_endpoint, ResourceArn=arn)


class GlobalPassword(RdsTest):
    FIX = "rds_managed_password_and_global_cluster_exclude_each_other"

    def test_a_member_cannot_have_a_managed_password_from_the_start(self) -> None:
        name = self.name("world")
        self.rds.create_global_cluster(GlobalClusterIdentifier=name, Engine="aurora-postgresql", EngineVersion="16.8")
        options = {"GlobalClusterIdentifier": name, "ManageMasterUserPassword": True}
        self.refused("InvalidParameterCombination", self.create, **options)

    def test_nor_later(self) -> None:
        name = self.name("world")
        self.rds.create_global_cluster(GlobalClusterIdentifier=name, Engine="aurora-postgresql", EngineVersion="16.8")
        self.create(GlobalClusterIdentifier=name)
        change = {"DBClusterIdentifier": self.cluster, "ManageMasterUserPassword": True}
        self.refused("InvalidParameterCombination", self.rds.modify_db_cluster, **change)

    def test_a_cluster_with_one_does_not_become_global(self) -> None:
        arn = self.create(ManageMasterUserPassword=True)["DBClusterArn"]
        world = {"GlobalClusterIdentifier": self.name("world"), "SourceDBClusterIdentifier": arn}
        self.refused("InvalidParameterCombination", self.rds.create_global_cluster, **world)


class GlobalMembers(RdsTest):
    FIX = "rds_global_cluster_has_members_in_every_region"

    def test_a_cluster_of_any_region_becomes_the_writer_and_can_leave(self) -> None:
        source, name = self.create(self.other), self.name("world")
        made = self.other.create_global_cluster(
            GlobalClusterIdentifier=name, SourceDBClusterIdentifier=source["DBClusterArn"]
        )
        told = made["GlobalCluster"]
        self.assertEqual((told["Engine"], told["EngineVersion"]), (source["Engine"], source["EngineVersion"]))
        members = [(each["DBClusterArn"], each["IsWriter"]) for each in told["GlobalClusterMembers"]]
        self.assertEqual(members, [(source["DBClusterArn"], True)])
        leaving = {"GlobalClusterIdentifier": name, "DbClusterIdentifier": source["DBClusterArn"]}
        self.other.remove_from_global_cluster(**leaving)
        worlds = self.other.describe_global_clusters()["GlobalClusters"]
        left = [each["GlobalClusterMembers"] for each in worlds if each["GlobalClusterIdentifier"] == name]
        self.assertEqual(left, [[]])
        self.refused("InvalidParameterValue", self.other.remove_from_global_cluster, **leaving)
        self.other.delete_global_cluster(GlobalClusterIdentifier=name)
        self.refused("GlobalClusterNotFoundFault", self.other.remove_from_global_cluster, **leaving)
        self.assertEqual(self.described(rds=self.other)["Status"], "available")


class GlobalUpgrade(RdsTest):
    FIX = "rds_global_members_are_upgraded_together"

    def test_no_member_changes_its_major_version_and_the_primary_no_minor_one_before_its_replica(self) -> None:
        source, name = self.create(self.other), self.name("world")
        self.other.create_global_cluster(GlobalClusterIdentifier=name, SourceDBClusterIdentifier=source["DBClusterArn"])
        self.create(GlobalClusterIdentifier=name)
        member = {"DBClusterIdentifier": self.cluster, "ApplyImmediately": True}
        for rds in (self.other, self.rds):
            change = {**member, "EngineVersion": "17.5", "AllowMajorVersionUpgrade": True}
            self.refused("InvalidParameterCombination", rds.modify_db_cluster, **change)
        self.refused("InvalidParameterValue", self.other.modify_db_cluster, **member, EngineVersion="16.11")
        for rds in (self.rds, self.other):
            rds.modify_db_cluster(**member, EngineVersion="16.11")
