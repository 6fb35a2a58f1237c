import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";

/** The account, region and partition that a module is applied in; late, like a setting. */
export interface Home {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
  /** Domain of AWS's own endpoints, amazonaws.com in most regions. */
  readonly dnsSuffix: string;
  /** The ARN of a regional resource of this account. */
  arn(service: string, resource: string): string;
}

/** The same for a tier that makes roles: nobody gets more than their boundary by them. */
export interface BoundedHome extends Home {
  /** ARN of the permissions boundary; late, and null for none. */
  readonly boundaryArn: string;
}

/** Asks the provider where it works: `data.aws_region.region` and its like. Once a tier. */
export function homeOf(scope: Construct): Home {
  const account = new DataAwsCallerIdentity(scope, "caller").accountId;
  const region = new DataAwsRegion(scope, "region").id; // its `name` is deprecated in AWS provider 6
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "partition");
  return {
    account,
    region,
    partition,
    dnsSuffix,
    arn: (service, resource) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
  };
}

/** The same, with the boundary that a tier's roles are given. */
export const boundedHomeOf = (scope: Construct, { boundaryArn }: Pick<BoundedHome, "boundaryArn">): BoundedHome => ({
  ...homeOf(scope),
  boundaryArn,
});
