import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";

/** The account, region and partition that a module is applied in; policies are written for them. */
export interface Home {
  readonly account: string;
  readonly region: string;
  readonly partition: string;
}

/** Asks the provider where it works: `data.aws_region.current` and its like. Once a tier. */
export const home = (scope: Construct): Home => ({
  account: new DataAwsCallerIdentity(scope, "caller").accountId,
  region: new DataAwsRegion(scope, "region").name,
  partition: new DataAwsPartition(scope, "partition").partition,
});
