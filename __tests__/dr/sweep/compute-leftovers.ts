import * as autoScaling from "@aws-sdk/client-auto-scaling";
import * as ec2 from "@aws-sdk/client-ec2";
import * as elb from "@aws-sdk/client-elastic-load-balancing-v2";
import { given } from "../../../dr/inventory/answers";
import type { Leftover } from "./leftover";
import type { World } from "./world";

/** One leftover of each kind that a fleet and its load balancer can leave. */
export const computeLeftovers: readonly Leftover[] = [
  {
    type: "aws_instance",
    make: async ({ aws, subnets }) => {
      const { Images } = await aws.ec2.send(new ec2.DescribeImagesCommand({ Owners: ["amazon"] }));
      const input = { ImageId: Images?.[0]?.ImageId, MinCount: 1, MaxCount: 1, SubnetId: subnets[0] };
      const made = await aws.ec2.send(new ec2.RunInstancesCommand({ ...input, InstanceType: "t4g.small" }));
      const id = given(made.Instances?.[0]?.InstanceId);
      return { id, remove: () => aws.ec2.send(new ec2.TerminateInstancesCommand({ InstanceIds: [id] })) };
    },
  },
  {
    type: "aws_ebs_volume",
    make: async ({ aws }) => {
      const VolumeId = await volume(aws);
      return { id: VolumeId, remove: () => aws.ec2.send(new ec2.DeleteVolumeCommand({ VolumeId })) };
    },
  },
  {
    type: "aws_ebs_snapshot",
    make: async ({ aws }) => {
      const VolumeId = await volume(aws);
      const made = await aws.ec2.send(new ec2.CreateSnapshotCommand({ VolumeId }));
      await aws.ec2.send(new ec2.DeleteVolumeCommand({ VolumeId }));
      const SnapshotId = given(made.SnapshotId);
      return { id: SnapshotId, remove: () => aws.ec2.send(new ec2.DeleteSnapshotCommand({ SnapshotId })) };
    },
  },
  {
    type: "aws_launch_template",
    make: async ({ aws }) => {
      const input = { LaunchTemplateName: "left", LaunchTemplateData: { InstanceType: "t4g.small" } } as const;
      const made = await aws.ec2.send(new ec2.CreateLaunchTemplateCommand(input));
      const LaunchTemplateId = given(made.LaunchTemplate?.LaunchTemplateId);
      const remove = () => aws.ec2.send(new ec2.DeleteLaunchTemplateCommand({ LaunchTemplateId }));
      return { id: LaunchTemplateId, remove };
    },
  },
  {
    type: "aws_key_pair",
    make: async ({ aws }) => {
      const { KeyPairId } = await aws.ec2.send(new ec2.CreateKeyPairCommand({ KeyName: "left" }));
      return { id: given(KeyPairId), remove: () => aws.ec2.send(new ec2.DeleteKeyPairCommand({ KeyName: "left" })) };
    },
  },
  {
    type: "aws_ebs_encryption_by_default",
    make: async ({ aws }) => {
      await aws.ec2.send(new ec2.EnableEbsEncryptionByDefaultCommand({}));
      return { id: aws.region, remove: () => aws.ec2.send(new ec2.DisableEbsEncryptionByDefaultCommand({})) };
    },
  },
  {
    type: "aws_autoscaling_group",
    make: async ({ aws, subnets }) => {
      const LaunchTemplateName = "of-left-group";
      const data = { ImageId: "ami-12345678901234567", InstanceType: "t4g.small" } as const;
      await aws.ec2.send(new ec2.CreateLaunchTemplateCommand({ LaunchTemplateName, LaunchTemplateData: data }));
      await aws.autoScaling.send(
        new autoScaling.CreateAutoScalingGroupCommand({
          AutoScalingGroupName: "left",
          LaunchTemplate: { LaunchTemplateName, Version: "$Latest" },
          VPCZoneIdentifier: subnets.join(","),
          MinSize: 0,
          MaxSize: 0,
        }),
      );
      await aws.ec2.send(new ec2.DeleteLaunchTemplateCommand({ LaunchTemplateName }));
      const { AutoScalingGroups } = await aws.autoScaling.send(new autoScaling.DescribeAutoScalingGroupsCommand({}));
      const remove = () =>
        aws.autoScaling.send(
          new autoScaling.DeleteAutoScalingGroupCommand({ AutoScalingGroupName: "left", ForceDelete: true }),
        );
      return { id: given(AutoScalingGroups?.[0]?.AutoScalingGroupARN), remove };
    },
  },
  {
    type: "aws_lb",
    make: async ({ aws, subnets }) => {
      const input = { Name: "left", Type: "network", Scheme: "internal" } as const;
      const made = await aws.elb.send(new elb.CreateLoadBalancerCommand({ ...input, Subnets: [...subnets] }));
      const LoadBalancerArn = given(made.LoadBalancers?.[0]?.LoadBalancerArn);
      return {
        id: LoadBalancerArn,
        remove: () => aws.elb.send(new elb.DeleteLoadBalancerCommand({ LoadBalancerArn })),
      };
    },
  },
  {
    type: "aws_lb_target_group",
    make: async ({ aws, vpc }) => {
      const input = { Name: "left", Protocol: "TCP", Port: 443, VpcId: vpc } as const;
      const made = await aws.elb.send(new elb.CreateTargetGroupCommand(input));
      const TargetGroupArn = given(made.TargetGroups?.[0]?.TargetGroupArn);
      return { id: TargetGroupArn, remove: () => aws.elb.send(new elb.DeleteTargetGroupCommand({ TargetGroupArn })) };
    },
  },
];

async function volume(aws: World["aws"]): Promise<string> {
  const input = { AvailabilityZone: `${aws.region}a`, Size: 1 };
  return given((await aws.ec2.send(new ec2.CreateVolumeCommand(input))).VolumeId);
}
