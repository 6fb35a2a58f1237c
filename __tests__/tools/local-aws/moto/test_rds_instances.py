"""RDS instances outside of a cluster, and their snapshots."""

from typing import Any

from support import OTHER_REGION, REGION, ZONES, AwsTest


class RdsInstanceTest(AwsTest):
    def setUp(self) -> None:
        self.rds, self.other = self.client("rds"), self.client("rds", OTHER_REGION)
        self.instance = self.name("shop")

    def create(self, **options: Any) -> dict:
        password = {} if options.get("ManageMasterUserPassword") else {"MasterUserPassword": "not-a-secret"}
        settings = {"DBInstanceClass": "db.t4g.medium", "AllocatedStorage": 20, "EngineVersion": "16.8"} | options
        created = self.rds.create_db_instance(
            DBInstanceIdentifier=self.instance, Engine="postgres", MasterUsername="shopkeeper", **password, **settings
        )
        return created["DBInstance"]

    def described(self, instance: str | None = None, rds: Any = None) -> dict:
        return (rds or self.rds).describe_db_instances(DBInstanceIdentifier=instance or self.instance)["DBInstances"][0]

    def snapshot(self) -> dict:
        name = self.name("snapshot")
        return self.rds.create_db_snapshot(DBInstanceIdentifier=self.instance, DBSnapshotIdentifier=name)["DBSnapshot"]

    def copy(self, source: dict, **options: Any) -> dict:
        return self.other.copy_db_snapshot(
            SourceDBSnapshotIdentifier=source["DBSnapshotArn"],
            TargetDBSnapshotIdentifier=self.name("copy"),
            **options,
        )["DBSnapshot"]

    def restore(self, snapshot: str, rds: Any = None, **options: Any) -> dict:
        name = self.name("restored")
        (rds or self.rds).restore_db_instance_from_db_snapshot(
            DBInstanceIdentifier=name, DBSnapshotIdentifier=snapshot, **options
        )
        return self.described(name, rds)


class ParameterGroups(RdsInstanceTest):
    FIX = "rds_parameter_group_tells_who_set_a_parameter"
    SET = {"ParameterName": "rds.force_ssl", "ParameterValue": "1", "ApplyMethod": "immediate"}

    def test_of_instances(self) -> None:
        group = {"DBParameterGroupName": self.name("shop")}
        self.rds.create_db_parameter_group(**group, DBParameterGroupFamily="postgres16", Description="shop")
        self.rds.modify_db_parameter_group(**group, Parameters=[self.SET])
        self.assertEqual(self.rds.describe_db_parameters(**group)["Parameters"], [self.SET | {"Source": "user"}])
        self.assertEqual(self.rds.describe_db_parameters(**group, Source="system")["Parameters"], [])

    def test_of_clusters(self) -> None:
        group = {"DBClusterParameterGroupName": self.name("shop")}
        family = "aurora-postgresql16"
        self.rds.create_db_cluster_parameter_group(**group, DBParameterGroupFamily=family, Description="shop")
        self.rds.modify_db_cluster_parameter_group(**group, Parameters=[self.SET])
        self.assertEqual(self.rds.describe_db_cluster_parameters(**group)["Parameters"], [self.SET | {"Source": "user"}])


class Key(RdsInstanceTest):
    FIX = "rds_instance_key_exists_in_its_region"

    def test_a_key_given_by_its_id_is_told_by_its_arn(self) -> None:
        key = self.key()
        self.assertEqual(self.create(StorageEncrypted=True, KmsKeyId=key.split("/")[-1])["KmsKeyId"], key)

    def test_without_a_key_it_is_the_one_that_aws_keeps(self) -> None:
        key = self.create(StorageEncrypted=True)["KmsKeyId"]
        self.assertEqual(self.client("kms").describe_key(KeyId=key)["KeyMetadata"]["KeyManager"], "AWS")

    def test_a_key_of_another_region_is_refused(self) -> None:
        key = self.key(OTHER_REGION)
        self.refused("KMSKeyNotAccessibleFault", self.create, StorageEncrypted=True, KmsKeyId=key)

    def test_a_key_for_what_is_not_encrypted_is_refused(self) -> None:
        self.refused("InvalidParameterCombination", self.create, KmsKeyId=self.key())


class References(RdsInstanceTest):
    FIX = "rds_instance_refers_to_what_exists"

    def test_a_missing_security_group_is_refused(self) -> None:
        missing = {"VpcSecurityGroupIds": ["sg-00000000000000000"]}
        self.refused("InvalidVPCNetworkStateFault", self.create, **missing)
        self.create()
        change = {"DBInstanceIdentifier": self.instance, **missing}
        self.refused("InvalidVPCNetworkStateFault", self.rds.modify_db_instance, **change)


class MultiAz(RdsInstanceTest):
    FIX = "rds_multi_az_instance_has_a_standby_in_another_zone"

    def test_both_lie_in_zones_of_the_subnet_group(self) -> None:
        group = {"DBSubnetGroupName": self.name("data"), "DBSubnetGroupDescription": "data"}
        self.rds.create_db_subnet_group(**group, SubnetIds=self.vpc(zones="bc")[1])
        created = self.create(DBSubnetGroupName=group["DBSubnetGroupName"], MultiAZ=True)
        self.assertEqual([created["AvailabilityZone"], created["SecondaryAvailabilityZone"]], ZONES[1:])

    def test_one_alone_has_no_standby_until_it_is_asked_for(self) -> None:
        self.assertNotIn("SecondaryAvailabilityZone", self.create())
        self.rds.modify_db_instance(DBInstanceIdentifier=self.instance, MultiAZ=True)
        self.assertIn("SecondaryAvailabilityZone", self.described())

    def test_a_zone_cannot_be_chosen_with_it(self) -> None:
        self.refused("InvalidParameterCombination", self.create, MultiAZ=True, AvailabilityZone=ZONES[0])


class Restore(RdsInstanceTest):
    FIX = "rds_restored_instance_is_made_from_its_snapshot"

    def test_it_has_the_data_the_size_and_the_key_of_its_snapshot(self) -> None:
        key = self.key()
        self.create(StorageEncrypted=True, KmsKeyId=key, DBName="orders", AllocatedStorage=40, BackupRetentionPeriod=14)
        restored = self.restore(self.snapshot()["DBSnapshotArn"])
        kept = {"DBName": "orders", "AllocatedStorage": 40, "KmsKeyId": key, "MasterUsername": "shopkeeper"}
        self.assertEqual(kept, {name: restored[name] for name in kept})

    def test_protection_tags_login_and_password_management_are_not_taken_over(self) -> None:
        tags = [{"Key": "of", "Value": "lost"}]
        options = {"EnableIAMDatabaseAuthentication": True, "ManageMasterUserPassword": True}
        self.create(DeletionProtection=True, Tags=tags, **options)
        restored = self.restore(self.snapshot()["DBSnapshotIdentifier"])
        self.assertIs(restored["DeletionProtection"], False)
        self.assertIs(restored["IAMDatabaseAuthenticationEnabled"], False)
        self.assertEqual(restored["TagList"], [])
        self.assertNotIn("MasterUserSecret", restored)

    def test_a_copy_is_restored_in_its_own_region_only(self) -> None:
        self.create(StorageEncrypted=True)
        key = self.key(OTHER_REGION)
        copied = self.copy(self.snapshot(), KmsKeyId=key)["DBSnapshotArn"]
        self.assertEqual(self.restore(copied, self.other)["KmsKeyId"], key)
        self.refused("DBSnapshotNotFound", self.restore, snapshot=copied)

    def test_less_storage_and_another_engine_are_refused(self) -> None:
        self.create(AllocatedStorage=40)
        snapshot = self.snapshot()["DBSnapshotIdentifier"]
        self.refused("InvalidParameterValue", self.restore, snapshot=snapshot, AllocatedStorage=20)
        self.refused("InvalidParameterCombination", self.restore, snapshot=snapshot, Engine="mysql")


class Storage(RdsInstanceTest):
    FIX = "rds_storage_never_shrinks"

    def test_less_than_there_is_is_refused_and_more_is_not(self) -> None:
        self.create(AllocatedStorage=40)
        change = {"DBInstanceIdentifier": self.instance, "ApplyImmediately": True}
        self.refused("InvalidParameterCombination", self.rds.modify_db_instance, **change, AllocatedStorage=20)
        self.rds.modify_db_instance(**change, AllocatedStorage=60)
        self.assertEqual(self.described()["AllocatedStorage"], 60)


class StorageLimit(RdsInstanceTest):
    FIX = "rds_storage_may_grow_by_a_tenth"

    def test_less_than_a_tenth_above_the_storage_is_refused_and_the_same_is_not(self) -> None:
        refused = "InvalidParameterCombination"
        self.refused(refused, self.create, AllocatedStorage=100, MaxAllocatedStorage=109)
        self.create(AllocatedStorage=100, MaxAllocatedStorage=110)
        change = {"DBInstanceIdentifier": self.instance}
        self.refused(refused, self.rds.modify_db_instance, **change, MaxAllocatedStorage=109)
        self.rds.modify_db_instance(**change, MaxAllocatedStorage=100)


class StorageBaseline(RdsInstanceTest):
    FIX = "rds_gp3_storage_has_a_baseline"

    def test_it_comes_with_the_size_and_the_former_one_is_refused_with_another_size(self) -> None:
        self.refused("InvalidParameterCombination", self.create, StorageType="gp3", AllocatedStorage=100, Iops=3_000)
        made = self.create(StorageType="gp3", AllocatedStorage=100)
        self.assertEqual((made["Iops"], made["StorageThroughput"]), (3_000, 125))
        grown = {"DBInstanceIdentifier": self.instance, "AllocatedStorage": 400, "ApplyImmediately": True}
        self.refused("InvalidParameterCombination", self.rds.modify_db_instance, **grown, Iops=3_000)
        self.rds.modify_db_instance(**grown, Iops=12_000)
        made = self.described()
        self.assertEqual((made["Iops"], made["StorageThroughput"]), (12_000, 500))


class FirstBackup(RdsInstanceTest):
    FIX = "rds_restored_instance_takes_its_first_backup_at_once"

    def test_automated_backups_after_a_restore_keep_it_from_being_available(self) -> None:
        self.create()
        restored = self.restore(self.snapshot()["DBSnapshotIdentifier"])
        change = {"DBInstanceIdentifier": restored["DBInstanceIdentifier"], "ApplyImmediately": True}
        self.rds.modify_db_instance(**change, BackupRetentionPeriod=0)
        self.assertEqual(self.described(restored["DBInstanceIdentifier"])["DBInstanceStatus"], "available")
        self.rds.modify_db_instance(**change, BackupRetentionPeriod=7)
        self.assertEqual(self.described(restored["DBInstanceIdentifier"])["DBInstanceStatus"], "backing-up")


class SnapshotCopy(RdsInstanceTest):
    FIX = "rds_instance_snapshot_copy_names_its_source"

    def test_it_tells_its_source_and_its_key(self) -> None:
        self.create(StorageEncrypted=True)
        source, key = self.snapshot(), self.key(OTHER_REGION)
        copied = self.copy(source, KmsKeyId=key)
        self.assertEqual(copied["SourceDBSnapshotIdentifier"], source["DBSnapshotArn"])
        self.assertEqual((copied["SourceRegion"], copied["Encrypted"], copied["KmsKeyId"]), (REGION, True, key))

    def test_an_encrypted_snapshot_needs_a_key_for_another_region(self) -> None:
        self.create(StorageEncrypted=True)
        self.refused("InvalidParameterCombination", self.copy, source=self.snapshot())


class SnapshotSharing(RdsInstanceTest):
    FIX = "rds_snapshot_under_the_aws_managed_key_is_not_shared"

    def share(self, snapshot: dict, *accounts: str) -> dict:
        arguments = {"DBSnapshotIdentifier": snapshot["DBSnapshotIdentifier"], "AttributeName": "restore"}
        return {**arguments, "ValuesToAdd": list(accounts)}

    def test_one_of_an_instance_is_shared_under_a_key_of_ones_own_only(self) -> None:
        self.create(StorageEncrypted=True)
        modify = self.rds.modify_db_snapshot_attribute
        self.refused("InvalidDBSnapshotState", modify, **self.share(self.snapshot(), "111122223333"))
        self.instance = self.name("shop")
        self.create(StorageEncrypted=True, KmsKeyId=self.key())
        snapshot = self.snapshot()
        modify(**self.share(snapshot, "111122223333"))
        self.refused("InvalidDBSnapshotState", modify, **self.share(snapshot, "all"))

    def test_one_of_a_cluster_is_refused_too(self) -> None:
        cluster = {"DBClusterIdentifier": self.name("shop")}
        user = {"MasterUsername": "shopkeeper", "MasterUserPassword": "not-a-secret"}
        self.rds.create_db_cluster(**cluster, Engine="aurora-postgresql", StorageEncrypted=True, **user)
        name = {"DBClusterSnapshotIdentifier": self.name("snapshot")}
        self.rds.create_db_cluster_snapshot(**cluster, **name)
        share = {**name, "AttributeName": "restore", "ValuesToAdd": ["111122223333"]}
        self.refused("InvalidDBClusterSnapshotStateFault", self.rds.modify_db_cluster_snapshot_attribute, **share)


class Deletion(RdsInstanceTest):
    FIX = "rds_deletion_wants_a_free_name_for_the_final_snapshot"

    def test_it_wants_a_final_snapshot_or_a_clear_no(self) -> None:
        self.create()
        delete = self.rds.delete_db_instance
        self.refused("InvalidParameterCombination", delete, DBInstanceIdentifier=self.instance)

    def test_a_cluster_keeps_its_secret_when_the_name_is_taken(self) -> None:
        cluster = {"DBClusterIdentifier": self.name("shop")}
        user = {"MasterUsername": "shopkeeper", "ManageMasterUserPassword": True}
        made = self.rds.create_db_cluster(**cluster, Engine="aurora-postgresql", **user)["DBCluster"]
        taken = self.name("final")
        self.rds.create_db_cluster_snapshot(**cluster, DBClusterSnapshotIdentifier=taken)
        delete = {**cluster, "FinalDBSnapshotIdentifier": taken}
        self.refused("DBClusterSnapshotAlreadyExistsFault", self.rds.delete_db_cluster, **delete)
        secret = self.client("secretsmanager").describe_secret(SecretId=made["MasterUserSecret"]["SecretArn"])
        self.assertNotIn("DeletedDate", secret)


class BackupReplication(RdsInstanceTest):
    FIX = "rds_automated_backups_replicate_to_another_region"

    def start(self, arn: str, **options: Any) -> dict:
        asked = {"SourceDBInstanceArn": arn, "BackupRetentionPeriod": 14} | options
        return self.other.start_db_instance_automated_backups_replication(**asked)["DBInstanceAutomatedBackup"]

    def found(self, arn: str) -> dict:
        asked = {"DBInstanceAutomatedBackupsArn": arn}
        return self.other.describe_db_instance_automated_backups(**asked)["DBInstanceAutomatedBackups"][0]

    def test_they_are_kept_in_the_other_region_until_they_are_stopped(self) -> None:
        source, key = self.create(StorageEncrypted=True, BackupRetentionPeriod=7)["DBInstanceArn"], self.key(OTHER_REGION)
        arn = self.start(source, KmsKeyId=key)["DBInstanceAutomatedBackupsArn"]
        self.assertIn(f":{OTHER_REGION}:", arn)
        found = self.found(arn)
        kept = {"DBInstanceArn": source, "Region": REGION, "KmsKeyId": key, "BackupRetentionPeriod": 14}
        self.assertEqual(kept | {"Status": "replicating"}, {name: found[name] for name in [*kept, "Status"]})
        self.assertEqual(self.described()["DBInstanceAutomatedBackupsReplications"], [{"DBInstanceAutomatedBackupsArn": arn}])
        self.refused("InvalidDBInstanceState", self.start, arn=source, KmsKeyId=key)
        self.other.stop_db_instance_automated_backups_replication(SourceDBInstanceArn=source)
        self.assertEqual(self.found(arn)["Status"], "retained")
        self.other.delete_db_instance_automated_backup(DBInstanceAutomatedBackupsArn=arn)
        self.refused("DBInstanceAutomatedBackupNotFound", self.found, arn=arn)

    def test_they_outlive_their_instance(self) -> None:
        arn = self.start(self.create(BackupRetentionPeriod=7)["DBInstanceArn"])["DBInstanceAutomatedBackupsArn"]
        self.rds.delete_db_instance(DBInstanceIdentifier=self.instance, SkipFinalSnapshot=True)
        self.assertEqual(self.found(arn)["Status"], "retained")

    def test_what_cannot_be_replicated_is_refused(self) -> None:
        none = self.create(BackupRetentionPeriod=0)["DBInstanceArn"]
        self.refused("InvalidDBInstanceState", self.start, arn=none)
        self.instance = self.name("shop")
        encrypted = self.create(StorageEncrypted=True, BackupRetentionPeriod=7)["DBInstanceArn"]
        self.refused("InvalidParameterCombination", self.start, arn=encrypted)
        self.refused("KMSKeyNotAccessibleFault", self.start, arn=encrypted, KmsKeyId=self.key())
        own = {"SourceDBInstanceArn": encrypted, "KmsKeyId": self.key()}
        start = self.rds.start_db_instance_automated_backups_replication
        self.refused("InvalidParameterCombination", start, **own)
        self.refused("DBInstanceNotFound", self.start, arn=f"{encrypted}-missing")
