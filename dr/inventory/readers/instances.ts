import { paginateDescribeInstances } from "@aws-sdk/client-ec2";
import { everyItem } from "../../lookup/pages";
import { given } from "../answers";
import type { Reader } from "../reader";
import { nameTag, tag } from "../tags";

/** Instances that are not terminated. */
export const instances: Reader = {
  service: "EC2",
  async list({ ec2 }) {
    const reservations = await everyItem(
      paginateDescribeInstances({ client: ec2 }, {}),
      ({ Reservations }) => Reservations,
    );
    return reservations
      .flatMap(({ Instances = [] }) => Instances)
      .filter(({ State }) => State?.Name !== "terminated")
      .map((instance) => {
        const group = tag(instance.Tags, "aws:autoscaling:groupName");
        return {
          type: "aws_instance",
          id: given(instance.InstanceId),
          ...nameTag(instance.Tags),
          settings: {
            instanceType: instance.InstanceType,
            lifecycle: instance.InstanceLifecycle ?? "on-demand",
            state: instance.State?.Name,
            subnet: instance.SubnetId,
            availabilityZone: instance.Placement?.AvailabilityZone,
            public: Boolean(instance.PublicIpAddress),
            securityGroups: instance.SecurityGroups?.map(({ GroupId }) => GroupId),
            instanceProfile: instance.IamInstanceProfile?.Arn,
            keyName: instance.KeyName || undefined,
            httpTokens: instance.MetadataOptions?.HttpTokens,
          },
          ...(group ? { ownedBy: `aws_autoscaling_group ${group}` } : {}),
        };
      });
  },
};
