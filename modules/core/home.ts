import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { DataAwsPartition } from "@cdktf/provider-aws/lib/data-aws-partition";
import { DataAwsRegion } from "@cdktf/provider-aws/lib/data-aws-region";
import { TerraformLocal, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { hidden } from "./addresses";
import { declare } from "./declare";
import { type Asked, asked, homeField } from "./home-field";

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

/** Takes where the module is from `home`, or asks the provider where it works: `data.aws_region.region` and its like. Once a tier. */
export function homeOf(scope: Construct): Home {
  new DataAwsCallerIdentity(scope, "caller");
  new DataAwsRegion(scope, "region");
  new DataAwsPartition(scope, "partition");
  const module = TerraformStack.of(scope);
  declare(module.node.findChild(hidden.variables) as Construct, homeField);
  const locals = new Construct(module, hidden.locals);
  const late = (name: Asked): string =>
    new TerraformLocal(locals, name, `\${var.home == null ? ${asked[name]} : var.home.${name}}`).asString;
  const [account, region, partition, dnsSuffix] = [
    late("account"),
    late("region"),
    late("partition"),
    late("dns_suffix"),
  ];
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
