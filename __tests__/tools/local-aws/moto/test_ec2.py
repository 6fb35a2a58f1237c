"""VPCs, subnets, network interfaces, launch templates and snapshots."""

from support import ACCOUNT, OTHER_REGION, REGION, ZONES, AwsTest


class SubnetIpv6(AwsTest):
    FIX = "ec2_subnet_ipv6_association_has_a_state"

    def setUp(self) -> None:
        self.ec2 = self.client("ec2")
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16", AmazonProvidedIpv6CidrBlock=True)["Vpc"]
        block = vpc["Ipv6CidrBlockAssociationSet"][0]["Ipv6CidrBlock"].replace("/56", "/64")
        self.subnet = self.ec2.create_subnet(VpcId=vpc["VpcId"], CidrBlock="10.0.0.0/24", Ipv6CidrBlock=block)["Subnet"]

    def test_the_block_is_associated(self) -> None:
        association = self.subnet["Ipv6CidrBlockAssociationSet"][0]
        self.assertEqual(association["Ipv6CidrBlockState"], {"State": "associated"})

    def test_the_subnet_is_found_by_its_association(self) -> None:
        association = self.subnet["Ipv6CidrBlockAssociationSet"][0]["AssociationId"]
        by = {"Name": "ipv6-cidr-block-association.association-id", "Values": [association]}
        found = self.ec2.describe_subnets(Filters=[by])["Subnets"]
        self.assertEqual([subnet["SubnetId"] for subnet in found], [self.subnet["SubnetId"]])

    def test_no_subnet_is_found_by_an_association_that_is_gone(self) -> None:
        association = self.subnet["Ipv6CidrBlockAssociationSet"][0]["AssociationId"]
        self.ec2.disassociate_subnet_cidr_block(AssociationId=association)
        subnet = self.ec2.describe_subnets(SubnetIds=[self.subnet["SubnetId"]])["Subnets"][0]
        self.assertEqual(subnet["Ipv6CidrBlockAssociationSet"], [])
        by = [
            {"Name": "ipv6-cidr-block-association.association-id", "Values": [association]},
            {"Name": "ipv6-cidr-block-association.state", "Values": ["associated"]},
        ]
        self.assertEqual(self.ec2.describe_subnets(Filters=by)["Subnets"], [])


class SubnetDns(AwsTest):
    FIX = "ec2_subnet_keeps_its_dns_options"

    def setUp(self) -> None:
        self.ec2 = self.client("ec2")
        self.subnet = self.vpc()[1][0]

    def described(self) -> dict:
        return self.ec2.describe_subnets(SubnetIds=[self.subnet])["Subnets"][0]

    def test_dns64_is_kept(self) -> None:
        self.assertIs(self.described()["EnableDns64"], False)
        self.ec2.modify_subnet_attribute(SubnetId=self.subnet, EnableDns64={"Value": True})
        self.assertIs(self.described()["EnableDns64"], True)

    def test_the_record_for_ipv6_names_is_kept(self) -> None:
        wanted = {"Value": True}
        self.ec2.modify_subnet_attribute(SubnetId=self.subnet, EnableResourceNameDnsAAAARecordOnLaunch=wanted)
        self.assertIs(self.described()["PrivateDnsNameOptionsOnLaunch"]["EnableResourceNameDnsAAAARecord"], True)

    def test_the_host_name_type_is_kept(self) -> None:
        self.ec2.modify_subnet_attribute(SubnetId=self.subnet, PrivateDnsHostnameTypeOnLaunch="resource-name")
        self.assertEqual(self.described()["PrivateDnsNameOptionsOnLaunch"]["HostnameType"], "resource-name")

    def test_an_unknown_host_name_type_is_refused(self) -> None:
        modify = self.ec2.modify_subnet_attribute
        self.refused("InvalidParameterValue", modify, SubnetId=self.subnet, PrivateDnsHostnameTypeOnLaunch="fancy")


class LaunchTemplateTags(AwsTest):
    FIX = "ec2_launch_template_tags_stay_out_of_its_data"

    def test_only_what_it_launches_is_in_its_data(self) -> None:
        ec2 = self.client("ec2")
        own = {"ResourceType": "launch-template", "Tags": [{"Key": "of", "Value": "template"}]}
        launched = {"ResourceType": "instance", "Tags": [{"Key": "of", "Value": "instance"}]}
        template = ec2.create_launch_template(
            LaunchTemplateName=self.name("web"),
            TagSpecifications=[own],
            LaunchTemplateData={"InstanceType": "t4g.small", "TagSpecifications": [launched]},
        )["LaunchTemplate"]
        self.assertEqual(template["Tags"], [{"Key": "of", "Value": "template"}])
        version = ec2.describe_launch_template_versions(LaunchTemplateId=template["LaunchTemplateId"])
        data = version["LaunchTemplateVersions"][0]["LaunchTemplateData"]
        self.assertEqual(data["TagSpecifications"], [launched])


class RuleDescription(AwsTest):
    FIX = "ec2_security_group_rule_keeps_its_description"

    def test_a_rule_that_names_a_group_keeps_its_description(self) -> None:
        ec2 = self.client("ec2")
        created = ec2.create_security_group(GroupName=self.name("door"), Description="door", VpcId=self.vpc()[0])
        group = created["GroupId"]
        pair = {"GroupId": group, "Description": "from itself"}
        https = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [pair]}
        ec2.authorize_security_group_ingress(GroupId=group, IpPermissions=[https])
        rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [group]}])
        said = [rule.get("Description") for rule in rules["SecurityGroupRules"] if not rule["IsEgress"]]
        self.assertEqual(said, ["from itself"])


class RuleQuota(AwsTest):
    FIX = "ec2_security_group_has_a_quota_of_rules"

    def setUp(self) -> None:
        self.ec2 = self.client("ec2")
        vpc = self.vpc()[0]
        created = self.ec2.create_security_group(GroupName=self.name("door"), Description="door", VpcId=vpc)
        self.group = created["GroupId"]

    def allow(self, **what: list) -> None:
        rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, **what}
        self.ec2.authorize_security_group_ingress(GroupId=self.group, IpPermissions=[rule])

    def prefix_list(self, name: str) -> list[dict]:
        by = [{"Name": "prefix-list-name", "Values": [name]}]
        return [{"PrefixListId": self.ec2.describe_managed_prefix_lists(Filters=by)["PrefixLists"][0]["PrefixListId"]}]

    def test_a_prefix_list_counts_as_often_as_it_weighs(self) -> None:
        self.allow(PrefixListIds=self.prefix_list("com.amazonaws.global.cloudfront.origin-facing"))
        self.allow(IpRanges=[{"CidrIp": f"10.1.{number}.0/24"} for number in range(5)])
        more = [{"CidrIp": "10.2.0.0/24"}]
        self.refused("RulesPerSecurityGroupLimitExceeded", self.allow, IpRanges=more)

    def test_ipv4_and_ipv6_have_a_quota_each(self) -> None:
        self.allow(IpRanges=[{"CidrIp": f"10.1.{number}.0/24"} for number in range(60)])
        self.allow(Ipv6Ranges=[{"CidrIpv6": f"2001:db8:{number:x}::/48"} for number in range(60)])
        self.refused("RulesPerSecurityGroupLimitExceeded", self.allow, IpRanges=[{"CidrIp": "10.2.0.0/24"}])


class HealthCheckers(AwsTest):
    FIX = "ec2_has_the_prefix_lists_of_health_checks"

    def test_they_have_a_list_in_every_region_for_ipv4_and_ipv6(self) -> None:
        for region in (REGION, OTHER_REGION):
            names = [f"com.amazonaws.{region}.{name}" for name in ("route53-healthchecks", "ipv6.route53-healthchecks")]
            by = [{"Name": "prefix-list-name", "Values": names}]
            found = self.client("ec2", region).describe_managed_prefix_lists(Filters=by)["PrefixLists"]
            families = {each["PrefixListName"]: each["AddressFamily"] for each in found}
            self.assertEqual(families, dict(zip(names, ("IPv4", "IPv6"), strict=True)))


class AclQuota(AwsTest):
    FIX = "ec2_network_acl_has_a_quota_of_entries"

    def test_the_20th_entry_is_the_default_one(self) -> None:
        ec2 = self.client("ec2")
        acl = ec2.create_network_acl(VpcId=self.vpc()[0])["NetworkAcl"]["NetworkAclId"]
        entry = {"NetworkAclId": acl, "Protocol": "-1", "RuleAction": "allow", "CidrBlock": "10.0.0.0/16"}
        entry = {**entry, "Egress": False}
        for number in range(1, 20):
            ec2.create_network_acl_entry(RuleNumber=number, **entry)
        create = ec2.create_network_acl_entry
        self.refused("NetworkAclEntryLimitExceeded", create, RuleNumber=20, **entry)
        create(RuleNumber=20, **{**entry, "Egress": True})


class TemplateSettings(AwsTest):
    FIX = "ec2_instance_takes_the_settings_of_its_launch_template"

    def test_an_instance_has_options_profile_volumes_and_tags_of_its_template(self) -> None:
        ec2, iam, name = self.client("ec2"), self.client("iam"), self.name("web")
        profile = iam.create_instance_profile(InstanceProfileName=name)["InstanceProfile"]["Arn"]
        tag = {"Key": "of", "Value": "volume"}
        ebs = {"VolumeSize": 20, "VolumeType": "gp3", "Encrypted": True}
        data = {
            "ImageId": "ami-12c6146b",
            "InstanceType": "t4g.small",
            "EbsOptimized": True,
            "Monitoring": {"Enabled": True},
            "IamInstanceProfile": {"Arn": profile},
            "MetadataOptions": {"HttpTokens": "required", "HttpPutResponseHopLimit": 2},
            "BlockDeviceMappings": [{"DeviceName": "/dev/xvda", "Ebs": ebs}],
            "TagSpecifications": [{"ResourceType": "volume", "Tags": [tag]}],
        }
        ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)
        template = {"LaunchTemplateName": name}
        instance = ec2.run_instances(MinCount=1, MaxCount=1, LaunchTemplate=template, SubnetId=self.vpc()[1][0])
        found = ec2.describe_instances(InstanceIds=[instance["Instances"][0]["InstanceId"]])
        instance = found["Reservations"][0]["Instances"][0]
        options = instance["MetadataOptions"]
        self.assertEqual((options["HttpTokens"], options["HttpPutResponseHopLimit"]), ("required", 2))
        self.assertEqual(instance["IamInstanceProfile"]["Arn"], profile)
        self.assertEqual((instance["EbsOptimized"], instance["Monitoring"]["State"]), (True, "enabled"))
        attached = [each["Ebs"]["VolumeId"] for each in instance["BlockDeviceMappings"]]
        volumes = ec2.describe_volumes(VolumeIds=attached)["Volumes"]
        self.assertEqual([(each["Encrypted"], each["Size"], each["Tags"]) for each in volumes], [(True, 20, [tag])])


class SnapshotOwner(AwsTest):
    FIX = "ec2_snapshots_are_told_by_their_owner"

    def test_only_the_accounts_own_snapshots_are_told_as_its_own(self) -> None:
        ec2 = self.client("ec2")
        volume = ec2.create_volume(AvailabilityZone=ZONES[0], Size=1)["VolumeId"]
        own = ec2.create_snapshot(VolumeId=volume)["SnapshotId"]
        for owner in ("self", ACCOUNT):
            snapshots = ec2.describe_snapshots(OwnerIds=[owner])["Snapshots"]
            self.assertIn(own, [snapshot["SnapshotId"] for snapshot in snapshots])
            self.assertEqual({snapshot["OwnerId"] for snapshot in snapshots}, {ACCOUNT})


class AssociatedAddress(AwsTest):
    FIX = "ec2_associated_address_is_not_released"

    def test_an_address_of_a_gateway_stays_until_the_gateway_is_gone(self) -> None:
        ec2 = self.client("ec2")
        subnet = self.vpc()[1][0]
        allocation = ec2.allocate_address(Domain="vpc")["AllocationId"]
        gateway = ec2.create_nat_gateway(SubnetId=subnet, AllocationId=allocation)["NatGateway"]["NatGatewayId"]
        self.refused("InvalidIPAddress.InUse", ec2.release_address, AllocationId=allocation)
        self.refused("Resource.AlreadyAssociated", ec2.create_nat_gateway, SubnetId=subnet, AllocationId=allocation)
        ec2.delete_nat_gateway(NatGatewayId=gateway)
        ec2.release_address(AllocationId=allocation)
        self.refused("InvalidAllocationID.NotFound", ec2.describe_addresses, AllocationIds=[allocation])


class NatGatewayInterface(AwsTest):
    FIX = "ec2_deleted_nat_gateway_takes_its_interface_along"

    def test_a_deleted_gateway_leaves_neither_interface_nor_association(self) -> None:
        ec2 = self.client("ec2")
        subnet = self.vpc()[1][0]
        allocation = ec2.allocate_address(Domain="vpc")["AllocationId"]
        gateway = ec2.create_nat_gateway(SubnetId=subnet, AllocationId=allocation)["NatGateway"]["NatGatewayId"]
        here = [{"Name": "subnet-id", "Values": [subnet]}]
        self.assertEqual(len(ec2.describe_network_interfaces(Filters=here)["NetworkInterfaces"]), 1)
        ec2.delete_nat_gateway(NatGatewayId=gateway)
        self.assertEqual(ec2.describe_network_interfaces(Filters=here)["NetworkInterfaces"], [])
        address = ec2.describe_addresses(AllocationIds=[allocation])["Addresses"][0]
        self.assertNotIn("AssociationId", address)

    def test_an_unknown_gateway_is_refused(self) -> None:
        self.refused("NatGatewayNotFound", self.client("ec2").delete_nat_gateway, NatGatewayId="nat-0123456789abcdef0")


class DefaultNetworkAcl(AwsTest):
    FIX = "ec2_default_network_acl_goes_with_its_vpc"

    def test_the_default_acl_goes_with_its_vpc_and_no_other(self) -> None:
        ec2 = self.client("ec2")
        kept, gone = (ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"] for _ in range(2))
        ec2.delete_vpc(VpcId=gone)
        acls = ec2.describe_network_acls(Filters=[{"Name": "vpc-id", "Values": [kept, gone]}])["NetworkAcls"]
        self.assertEqual([(acl["VpcId"], acl["IsDefault"]) for acl in acls], [(kept, True)])


class LaunchedInterface(AwsTest):
    FIX = "ec2_interface_made_at_launch_goes_with_its_instance"

    def interfaces(self, subnet: str) -> int:
        filters = [{"Name": "subnet-id", "Values": [subnet]}]
        return len(self.client("ec2").describe_network_interfaces(Filters=filters)["NetworkInterfaces"])

    def run_and_terminate(self, **options: object) -> None:
        ec2 = self.client("ec2")
        image = ec2.describe_images(Owners=["amazon"])["Images"][0]["ImageId"]
        launched = ec2.run_instances(ImageId=image, MinCount=1, MaxCount=1, **options)["Instances"][0]
        ec2.terminate_instances(InstanceIds=[launched["InstanceId"]])

    def test_the_interface_of_a_terminated_instance_is_gone(self) -> None:
        subnet = self.vpc()[1][0]
        self.run_and_terminate(SubnetId=subnet)
        self.assertEqual(self.interfaces(subnet), 0)

    def test_an_interface_stays_where_the_launch_says_so(self) -> None:
        gone, stays = self.vpc()[1][:2]
        for subnet, deleted in ((gone, None), (stays, False)):
            spec = {"DeviceIndex": 0, "SubnetId": subnet, "DeleteOnTermination": deleted}
            self.run_and_terminate(NetworkInterfaces=[{key: value for key, value in spec.items() if value is not None}])
        self.assertEqual([self.interfaces(gone), self.interfaces(stays)], [0, 1])


class NatGatewayInterfaceOwner(AwsTest):
    FIX = "ec2_nat_gateway_interface_is_aws_own"

    def test_the_interface_of_a_gateway_is_aws_own_and_names_it(self) -> None:
        ec2, subnet = self.client("ec2"), self.vpc()[1][0]
        gateway = ec2.create_nat_gateway(SubnetId=subnet, ConnectivityType="private")["NatGateway"]["NatGatewayId"]
        filters = [{"Name": "subnet-id", "Values": [subnet]}]
        (interface,) = ec2.describe_network_interfaces(Filters=filters)["NetworkInterfaces"]
        self.assertEqual(interface["Description"], f"Interface for NAT Gateway {gateway}")
        self.assertEqual((interface["InterfaceType"], interface["RequesterManaged"]), ("nat_gateway", True))


class DeletedSubnet(AwsTest):
    FIX = "ec2_deleted_subnet_leaves_its_network_acl"

    def test_only_a_subnet_that_is_there_is_associated(self) -> None:
        ec2 = self.client("ec2")
        vpc, (deleted, *kept) = self.vpc()
        ec2.delete_subnet(SubnetId=deleted)
        filters = [{"Name": "vpc-id", "Values": [vpc]}]
        (acl,) = ec2.describe_network_acls(Filters=filters)["NetworkAcls"]
        self.assertEqual({association["SubnetId"] for association in acl["Associations"]}, set(kept))


class InterfaceAddress(AwsTest):
    FIX = "ec2_interface_has_an_address_that_no_other_has"

    def test_as_many_as_fit_have_each_their_own(self) -> None:
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/28")["Subnet"]["SubnetId"]
        made = [ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"] for _ in range(11)]
        addresses = [interface["PrivateIpAddress"] for interface in made]
        self.assertEqual(set(addresses), {f"10.0.0.{number}" for number in range(4, 15)})
        ec2.delete_network_interface(NetworkInterfaceId=made[3]["NetworkInterfaceId"])
        again = ec2.create_network_interface(SubnetId=subnet)["NetworkInterface"]
        self.assertEqual(again["PrivateIpAddress"], addresses[3])
