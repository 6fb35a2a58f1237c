import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import type { Construct } from "constructs";

/** Where a module is applied, as its provider says: late, like a setting. */
export interface Here {
  readonly account: string;
  readonly region: string;
  /** Domain of AWS's own endpoints, amazonaws.com in most regions. */
  readonly dnsSuffix: string;
  /** The ARN of a regional resource of this account. */
  arn(service: string, resource: string): string;
}

/** Reads where the module of `scope` is applied. */
export function here(scope: Construct): Here {
  const account = new DataAwsCallerIdentity(scope, "account").accountId;
  const region = new DataAwsRegion(scope, "region").name;
  const { partition, dnsSuffix } = new DataAwsPartition(scope, "partition");
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`;
  return { account, region, dnsSuffix, arn };
}
