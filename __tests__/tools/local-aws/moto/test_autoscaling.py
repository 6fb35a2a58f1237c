"""Auto Scaling groups and the target groups that they fill."""

import json
from collections import Counter
from typing import Any

from support import ACCOUNT, REGION, ZONES, AwsTest


class GroupTest(AwsTest):
    def setUp(self) -> None:
        self.ec2, self.autoscaling, self.elbv2 = (self.client(name) for name in ("ec2", "autoscaling", "elbv2"))
        self.vpc_id, self.subnets = self.vpc()
        self.group = self.name("group")
        self.template = self.ec2.create_launch_template(
            LaunchTemplateName=self.name("template"),
            LaunchTemplateData={"ImageId": "ami-12c6146b", "InstanceType": "t4g.small"},
        )["LaunchTemplate"]["LaunchTemplateId"]

    def create(self, size: int, **options: Any) -> None:
        if "MixedInstancesPolicy" not in options:
            options["LaunchTemplate"] = {"LaunchTemplateId": self.template, "Version": "$Latest"} | options.get(
                "LaunchTemplate", {}
            )
        self.autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=self.group,
            MinSize=0,
            MaxSize=12,
            DesiredCapacity=size,
            VPCZoneIdentifier=",".join(self.subnets),
            **options,
        )

    def resize(self, size: int) -> None:
        self.autoscaling.set_desired_capacity(AutoScalingGroupName=self.group, DesiredCapacity=size)

    def described(self) -> dict:
        groups = self.autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[self.group])
        return groups["AutoScalingGroups"][0]

    def instances(self) -> list[dict]:
        return self.described()["Instances"]

    def ids(self) -> set[str]:
        return {instance["InstanceId"] for instance in self.instances()}

    def target_group(self) -> str:
        created = self.elbv2.create_target_group(
            Name=self.name("targets"), Protocol="HTTPS", Port=443, VpcId=self.vpc_id, TargetType="instance"
        )
        return created["TargetGroups"][0]["TargetGroupArn"]

    def targets(self, arn: str) -> dict[str, str]:
        health = self.elbv2.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
        return {entry["Target"]["Id"]: entry["TargetHealth"]["State"] for entry in health}


class Zones(GroupTest):
    FIX = "autoscaling_spreads_instances_over_zones"

    def per_zone(self) -> dict[str, int]:
        return Counter(instance["AvailabilityZone"] for instance in self.instances())

    def test_it_starts_balanced(self) -> None:
        self.create(6)
        self.assertEqual(self.per_zone(), {zone: 2 for zone in ZONES})

    def test_it_stays_balanced_when_it_grows_and_shrinks(self) -> None:
        self.create(1)
        self.resize(9)
        self.assertEqual(self.per_zone(), {zone: 3 for zone in ZONES})
        self.resize(3)
        self.assertEqual(self.per_zone(), {zone: 1 for zone in ZONES})

    def test_a_replacement_starts_in_the_zone_that_lost_one(self) -> None:
        self.create(3)
        self.ec2.terminate_instances(InstanceIds=[self.instances()[0]["InstanceId"]])
        self.assertEqual(self.per_zone(), {zone: 1 for zone in ZONES})


class Version(GroupTest):
    FIX = "autoscaling_instance_tells_its_launch_template_version"

    def test_an_instance_tells_the_version_that_it_was_launched_from(self) -> None:
        self.ec2.create_launch_template_version(
            LaunchTemplateId=self.template,
            LaunchTemplateData={"ImageId": "ami-12c6146b", "InstanceType": "t4g.medium"},
        )
        self.create(1, LaunchTemplate={"Version": "2"})
        instance = self.instances()[0]
        self.assertEqual((instance["LaunchTemplate"]["Version"], instance["InstanceType"]), ("2", "t4g.medium"))


class MixedInstances(GroupTest):
    FIX = "autoscaling_uses_its_mixed_types_and_spot"

    def test_its_base_is_on_demand_and_the_rest_is_spot_of_its_types(self) -> None:
        types = ["t4g.small", "m6g.medium", "c6g.medium"]
        self.create(
            6,
            MixedInstancesPolicy={
                "LaunchTemplate": {
                    "LaunchTemplateSpecification": {"LaunchTemplateId": self.template, "Version": "$Latest"},
                    "Overrides": [{"InstanceType": name} for name in types],
                },
                "InstancesDistribution": {
                    "OnDemandBaseCapacity": 2,
                    "OnDemandPercentageAboveBaseCapacity": 0,
                    "SpotAllocationStrategy": "price-capacity-optimized",
                },
            },
        )
        described = self.ec2.describe_instances(InstanceIds=list(self.ids()))
        instances = [instance for each in described["Reservations"] for instance in each["Instances"]]
        self.assertEqual(Counter(each.get("InstanceLifecycle", "on-demand") for each in instances)["spot"], 4)
        self.assertEqual({each["InstanceType"] for each in self.instances()}, set(types))


class Policies(GroupTest):
    FIX = "autoscaling_policy_is_enabled_and_belongs_to_its_group"

    def put(self, group: str, target: float) -> dict:
        return self.autoscaling.put_scaling_policy(
            AutoScalingGroupName=group,
            PolicyName="cpu",
            PolicyType="TargetTrackingScaling",
            TargetTrackingConfiguration={
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"},
                "TargetValue": target,
            },
        )

    def policies(self, group: str) -> list[dict]:
        return self.autoscaling.describe_policies(AutoScalingGroupName=group)["ScalingPolicies"]

    def test_two_groups_may_each_have_a_policy_of_the_same_name(self) -> None:
        first = self.group
        self.create(0)
        self.group = second = self.name("group")
        self.create(0)
        arns = {self.put(first, 50)["PolicyARN"], self.put(second, 60)["PolicyARN"]}
        self.assertEqual(len(arns), 2)
        targets = [self.policies(name)[0]["TargetTrackingConfiguration"]["TargetValue"] for name in (first, second)]
        self.assertEqual(targets, [50, 60])
        self.autoscaling.delete_policy(AutoScalingGroupName=first, PolicyName="cpu")
        self.assertEqual([len(self.policies(name)) for name in (first, second)], [0, 1])

    def test_it_is_enabled_and_not_predictive(self) -> None:
        self.create(0)
        self.put(self.group, 50)
        policy = self.policies(self.group)[0]
        self.assertIs(policy["Enabled"], True)
        self.assertNotIn("PredictiveScalingConfiguration", policy)

    def test_a_policy_of_a_missing_group_is_refused(self) -> None:
        self.refused("ValidationError", self.put, group="missing", target=50)

    def test_it_goes_with_its_group(self) -> None:
        self.create(0)
        self.put(self.group, 50)
        self.autoscaling.delete_auto_scaling_group(AutoScalingGroupName=self.group)
        self.assertEqual(self.policies(self.group), [])


class Registration(GroupTest):
    FIX = "autoscaling_registers_what_is_in_service"

    def test_a_replacement_is_registered(self) -> None:
        arn = self.target_group()
        self.create(3, TargetGroupARNs=[arn])
        self.ec2.terminate_instances(InstanceIds=[self.instances()[0]["InstanceId"]])
        self.assertEqual(self.targets(arn), {name: "healthy" for name in self.ids()})
        self.assertEqual(len(self.targets(arn)), 3)

    def test_the_group_grows_although_one_of_its_instances_is_stopped(self) -> None:
        arn = self.target_group()
        self.create(2, TargetGroupARNs=[arn])
        stopped = self.instances()[0]["InstanceId"]
        self.ec2.stop_instances(InstanceIds=[stopped])
        self.resize(3)
        self.assertEqual(Counter(self.targets(arn).values()), {"healthy": 2, "unused": 1})

    def test_an_instance_on_standby_is_not_registered(self) -> None:
        arn = self.target_group()
        self.create(2, TargetGroupARNs=[arn])
        away = self.instances()[0]["InstanceId"]
        self.autoscaling.enter_standby(
            AutoScalingGroupName=self.group, InstanceIds=[away], ShouldDecrementDesiredCapacity=True
        )
        self.assertNotIn(away, self.targets(arn))
        self.autoscaling.exit_standby(AutoScalingGroupName=self.group, InstanceIds=[away])
        self.assertIn(away, self.targets(arn))


class Termination(GroupTest):
    FIX = "elbv2_terminated_instance_leaves_its_target_groups"

    def test_what_a_group_terminates_is_no_longer_a_target(self) -> None:
        arn = self.target_group()
        self.create(3, TargetGroupARNs=[arn])
        self.resize(1)
        self.assertEqual(set(self.targets(arn)), self.ids())
        self.assertEqual(len(self.targets(arn)), 1)


class Health(GroupTest):
    FIX = "autoscaling_stopped_instance_is_unhealthy"

    def test_an_instance_that_is_stopped_is_unhealthy(self) -> None:
        self.create(2)
        stopped = self.instances()[0]["InstanceId"]
        self.ec2.stop_instances(InstanceIds=[stopped])
        health = {each["InstanceId"]: each["HealthStatus"] for each in self.instances()}
        self.assertEqual(health.pop(stopped), "Unhealthy")
        self.assertEqual(list(health.values()), ["Healthy"])


class Activities(GroupTest):
    FIX = "autoscaling_tells_its_scaling_activities"

    def test_each_launch_and_termination_is_told_the_latest_first(self) -> None:
        self.create(2)
        self.resize(1)
        told = self.autoscaling.describe_scaling_activities(AutoScalingGroupName=self.group)["Activities"]
        self.assertEqual([each["Description"].split()[0] for each in told], ["Terminating", "Launching", "Launching"])
        self.assertEqual({each["StatusCode"] for each in told}, {"Successful"})


class VolumeKey(GroupTest):
    FIX = "autoscaling_volume_key_admits_the_service_role"

    def volume(self, *statements: dict) -> str:
        role = self.client("iam").create_service_linked_role
        try:
            arn = role(AWSServiceName="autoscaling.amazonaws.com")["Role"]["Arn"]
        except self.client("iam").exceptions.ClientError:
            arn = self.client("iam").get_role(RoleName="AWSServiceRoleForAutoScaling")["Role"]["Arn"]
        root = {"Effect": "Allow", "Principal": {"AWS": ACCOUNT}, "Action": "kms:*", "Resource": "*"}
        filled = [json.loads(json.dumps(each).replace("SERVICE_ROLE", arn)) for each in statements]
        key = self.key(Policy=json.dumps({"Version": "2012-10-17", "Statement": [root, *filled]}))
        volume = {"DeviceName": "/dev/xvda", "Ebs": {"VolumeSize": 8, "Encrypted": True, "KmsKeyId": key}}
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small", "BlockDeviceMappings": [volume]}
        self.ec2.create_launch_template_version(LaunchTemplateId=self.template, LaunchTemplateData=data)
        return key

    def statement(self, actions: list[str], **more: Any) -> dict:
        return {"Effect": "Allow", "Principal": {"AWS": "SERVICE_ROLE"}, "Action": actions, "Resource": "*", **more}

    def test_a_key_that_admits_only_the_account_starts_nothing_and_says_why(self) -> None:
        self.volume()
        self.create(2)
        self.assertEqual(self.instances(), [])
        told = self.autoscaling.describe_scaling_activities(AutoScalingGroupName=self.group)["Activities"]
        self.assertEqual([each["StatusCode"] for each in told], ["Failed", "Failed"])
        self.assertIn("Client.InternalError", told[0]["StatusMessage"])

    def test_using_the_key_is_not_enough_without_granting_it(self) -> None:
        self.volume(self.statement(["kms:Decrypt", "kms:GenerateDataKey*"]))
        self.create(1)
        self.assertEqual(self.instances(), [])

    def test_a_key_that_admits_the_role_starts_them(self) -> None:
        grant = self.statement(["kms:CreateGrant"], Condition={"Bool": {"kms:GrantIsForAWSResource": "true"}})
        self.volume(self.statement(["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*"]), grant)
        self.create(2)
        self.assertEqual(len(self.instances()), 2)

    def test_the_key_of_an_encrypted_image_has_to_admit_the_role_too(self) -> None:
        source = {"SourceImageId": "ami-12c6146b", "SourceRegion": REGION, "Name": self.name("copy")}
        copied = self.ec2.copy_image(**source, Encrypted=True, KmsKeyId=self.key())["ImageId"]
        data = {"ImageId": copied, "InstanceType": "t4g.small"}
        self.ec2.create_launch_template_version(LaunchTemplateId=self.template, LaunchTemplateData=data)
        self.create(1)
        self.assertEqual(self.instances(), [])


class Update(GroupTest):
    FIX = "autoscaling_update_leaves_the_rest_alone"

    def test_the_mixed_instances_policy_stays(self) -> None:
        template = {"LaunchTemplateId": self.template, "Version": "$Latest"}
        overrides = [{"InstanceType": "t4g.small"}]
        policy = {"LaunchTemplate": {"LaunchTemplateSpecification": template, "Overrides": overrides}}
        self.create(1, MixedInstancesPolicy=policy)
        self.autoscaling.update_auto_scaling_group(AutoScalingGroupName=self.group, MaxSize=9)
        described = self.described()
        self.assertEqual(described["MaxSize"], 9)
        self.assertEqual(described["MixedInstancesPolicy"]["LaunchTemplate"]["Overrides"], overrides)

    def test_termination_policies_can_be_changed(self) -> None:
        self.create(0)
        wanted = ["OldestLaunchTemplate", "Default"]
        self.autoscaling.update_auto_scaling_group(AutoScalingGroupName=self.group, TerminationPolicies=wanted)
        self.assertEqual(self.described()["TerminationPolicies"], wanted)


class Settings(GroupTest):
    FIX = "autoscaling_group_keeps_warmup_and_lifetime"

    def test_warm_up_lifetime_and_grace_period_are_kept(self) -> None:
        settings = {"DefaultInstanceWarmup": 90, "MaxInstanceLifetime": 604800, "HealthCheckGracePeriod": 0}
        self.create(0, **settings)
        self.assertEqual({name: self.described()[name] for name in settings}, settings)


class Refresh(GroupTest):
    FIX = "autoscaling_instance_refresh_replaces_instances"

    def start(self, **preferences: Any) -> dict:
        started = self.autoscaling.start_instance_refresh(AutoScalingGroupName=self.group, Preferences=preferences)
        refreshes = self.autoscaling.describe_instance_refreshes(AutoScalingGroupName=self.group)["InstanceRefreshes"]
        self.assertEqual(refreshes[0]["InstanceRefreshId"], started["InstanceRefreshId"])
        return refreshes[0]

    def test_every_instance_is_new_of_the_current_version_and_registered(self) -> None:
        arn = self.target_group()
        self.create(3, TargetGroupARNs=[arn])
        before = self.ids()
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.medium"}
        self.ec2.create_launch_template_version(LaunchTemplateId=self.template, LaunchTemplateData=data)
        self.assertEqual(self.start()["Status"], "Successful")
        self.assertFalse(before & self.ids())
        self.assertEqual({each["InstanceType"] for each in self.instances()}, {"t4g.medium"})
        self.assertEqual({each["AvailabilityZone"] for each in self.instances()}, set(ZONES))
        self.assertEqual(set(self.targets(arn)), self.ids())

    def test_the_old_instances_stay_when_the_new_ones_cannot_start(self) -> None:
        self.create(2)
        before = self.ids()
        volume = {"DeviceName": "/dev/xvda", "Ebs": {"Encrypted": True, "KmsKeyId": self.key()}}
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small", "BlockDeviceMappings": [volume]}
        self.ec2.create_launch_template_version(LaunchTemplateId=self.template, LaunchTemplateData=data)
        self.assertEqual(self.start(AutoRollback=True)["Status"], "RollbackSuccessful")
        self.assertEqual(self.ids(), before)

    def test_a_missing_group_is_refused(self) -> None:
        self.refused("ValidationError", self.autoscaling.start_instance_refresh, AutoScalingGroupName="missing")
