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
