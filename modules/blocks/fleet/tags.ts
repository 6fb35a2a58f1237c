import { DataAwsDefaultTags } from "@cdktf/provider-aws/lib/data-aws-default-tags";
import { Fn, Token } from "cdktf";
import type { Construct } from "constructs";

/** The provider's default tags, which reach neither a group nor what it launches, and a name for the console. */
export const fleetTags = (scope: Construct, name: string): Record<string, string> =>
  Token.asStringMap(Fn.merge([new DataAwsDefaultTags(scope, "tags").tags, { Name: name }]));
