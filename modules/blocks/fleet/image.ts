import { DataAwsAmi } from "@cdktf/provider-aws/lib/data-aws-ami";
import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { Construct } from "constructs";
import type { Ec2Inputs } from "../compute/contract";

const amazonLinux = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";

/**
 * The AMI of the instances, from an SSM parameter of the region: Amazon Linux 2023, or the one the region file names.
 *
 * Read when Terraform plans, so that a new AMI shows in a plan and rolls out as a refresh. A launch template that names
 * the parameter itself could not be rolled back.
 * https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RollbackInstanceRefresh.html
 */
export function image(scope: Construct, inputs: Ec2Inputs): DataAwsAmi {
  const parameter = new DataAwsSsmParameter(scope, "image-parameter", {
    name: inputs.workload === "ami" ? inputs.imageParameter : amazonLinux,
  });
  return new DataAwsAmi(scope, "image", { filter: [{ name: "image-id", values: [parameter.insecureValue] }] });
}
