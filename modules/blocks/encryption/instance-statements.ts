import type { DataAwsIamPolicyDocumentStatement } from "@cdktf/provider-aws/lib/data-aws-iam-policy-document";
import type { Home } from "../../core/home";
import { dataActions, forAwsResources, grantsThroughServices, throughServices } from "./statements";

/**
 * Through EC2, and Auto Scaling by its own role: it starts instances without a caller whose policy could allow it.
 *
 * Needed of the key of a volume, and of the key of the image that it is made from.
 * https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export const instanceStatements = (
  home: Home,
  autoscalingServiceRoleArn: string,
): DataAwsIamPolicyDocumentStatement[] => {
  const byAutoScaling = {
    principals: [{ type: "AWS", identifiers: [autoscalingServiceRoleArn] }],
    resources: ["*"],
  };
  return [
    throughServices(home, "AttachVolumes", { services: ["ec2"] }),
    grantsThroughServices(home, "HandOnToVolumes", { services: ["ec2"] }),
    { ...byAutoScaling, sid: "StartInstances", actions: dataActions },
    forAwsResources({ ...byAutoScaling, sid: "HandOnToInstances", actions: ["kms:CreateGrant"] }),
  ];
};
