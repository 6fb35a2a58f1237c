"""Launch templates and what starts from them."""

import base64

from support import AwsTest


class UserData(AwsTest):
    FIX = "ec2_launch_template_version_keeps_its_user_data"

    def test_a_group_launches_a_later_version_with_its_user_data(self) -> None:
        ec2, autoscaling, name = self.client("ec2"), self.client("autoscaling"), self.name("web")
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small"}
        ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)
        user_data = base64.b64encode(b"#cloud-config\n").decode()
        ec2.create_launch_template_version(LaunchTemplateName=name, LaunchTemplateData={**data, "UserData": user_data})
        autoscaling.create_auto_scaling_group(
            AutoScalingGroupName=name,
            MinSize=1,
            MaxSize=1,
            VPCZoneIdentifier=",".join(self.vpc()[1]),
            LaunchTemplate={"LaunchTemplateName": name, "Version": "2"},
        )
        [group] = autoscaling.describe_auto_scaling_groups(AutoScalingGroupNames=[name])["AutoScalingGroups"]
        [instance] = group["Instances"]
        found = ec2.describe_instance_attribute(InstanceId=instance["InstanceId"], Attribute="userData")
        self.assertEqual(found["UserData"]["Value"], user_data)


class Groups(AwsTest):
    FIX = "ec2_instance_joins_the_groups_of_its_launch_template"

    def test_an_instance_is_in_the_groups_of_the_templates_network_interface(self) -> None:
        ec2, name, (vpc, subnets) = self.client("ec2"), self.name("web"), self.vpc()
        group = ec2.create_security_group(GroupName=name, Description="web", VpcId=vpc)["GroupId"]
        interface = {"DeviceIndex": 0, "Groups": [group], "AssociatePublicIpAddress": False}
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small", "NetworkInterfaces": [interface]}
        ec2.create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)
        template = {"LaunchTemplateName": name}
        started = ec2.run_instances(MinCount=1, MaxCount=1, LaunchTemplate=template, SubnetId=subnets[0])
        found = ec2.describe_instances(InstanceIds=[started["Instances"][0]["InstanceId"]])
        instance = found["Reservations"][0]["Instances"][0]
        self.assertEqual([each["GroupId"] for each in instance["SecurityGroups"]], [group])
        self.assertNotIn("PublicIpAddress", instance)
