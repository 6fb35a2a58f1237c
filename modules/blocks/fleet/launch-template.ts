import type { DataAwsAmi } from "@cdktf/provider-aws/lib/data-aws-ami";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { Construct } from "constructs";
import { number } from "../../core/late";
import type { Ec2Inputs } from "../compute/contract";

interface LaunchTemplateOptions {
  readonly name: string;
  readonly inputs: Ec2Inputs;
  readonly image: DataAwsAmi;
  readonly groupId: string;
  readonly profileArn: string;
  readonly userData: string;
  readonly tags: Record<string, string>;
}

/** How an instance is made: its image, its encrypted volume, its place on the network, its tags. */
export function launchTemplate(
  scope: Construct,
  { name, inputs, image, groupId, profileArn, userData, tags }: LaunchTemplateOptions,
): LaunchTemplate {
  return new LaunchTemplate(scope, "template", {
    name,
    imageId: image.id,
    userData,
    iamInstanceProfile: { arn: profileArn },
    metadataOptions: {
      httpEndpoint: "enabled",
      httpTokens: "required",
      httpPutResponseHopLimit: inputs.workload === "container" ? 2 : 1, // a container is one hop further away
    },
    networkInterfaces: [
      { deviceIndex: 0, associatePublicIpAddress: "false", securityGroups: [groupId], deleteOnTermination: "true" },
    ],
    blockDeviceMappings: [
      {
        deviceName: image.rootDeviceName,
        ebs: {
          volumeType: "gp3",
          volumeSize: number(inputs.volumeSizeGib),
          encrypted: "true",
          kmsKeyId: inputs.volumesKeyArn,
          deleteOnTermination: "true",
        },
      },
    ],
    monitoring: { enabled: true },
    tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
  });
}
