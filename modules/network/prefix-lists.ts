import { DataAwsEc2ManagedPrefixList } from "@cdktf/provider-aws/lib/data-aws-ec2-managed-prefix-list";
import type { Construct } from "constructs";
import type { Home } from "../core/home";

/** Addresses that AWS keeps a list of; a rule that names a list follows it. */
export type AddressList = "cloudfront" | "health-checks" | "s3";

/**
 * The lists of those who may come in from outside: CloudFront, and Route 53 to see whether the region is well.
 *
 * Both reach an origin over IPv4. CloudFront's counts as 55 rules of the 60 that a group may have, Route 53's as 25, so
 * each port has a group of its own.
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export function incomingLists(
  scope: Construct,
  { region }: Home,
): Readonly<Record<"cloudfront" | "health-checks", string>> {
  const list = (id: string, name: string) =>
    new DataAwsEc2ManagedPrefixList(scope, id, { name: `com.amazonaws.${name}` }).id;
  return {
    cloudfront: list("cloudfront", "global.cloudfront.origin-facing"),
    "health-checks": list("health-checks", `${region}.route53-healthchecks`),
  };
}
