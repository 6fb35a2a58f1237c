import { execFileSync } from "node:child_process";
import { toolchain } from "../../terraform/toolchain";
import type { Policy } from "../support/policy";

/** The policies of AWS's own that roles of the platform have. */
const names = ["AmazonRDSEnhancedMonitoringRole"];

// moto brings all of AWS's managed policies along, as AWS publishes them.
const script = `
import json, sys
from moto.iam.aws_managed_policies import aws_managed_policies_data
known = json.loads(aws_managed_policies_data)
print(json.dumps({name: known[name]["Document"] for name in sys.argv[1:]}))
`;

/** Policies that AWS keeps, by name. https://docs.aws.amazon.com/aws-managed-policy/latest/reference */
export const managed: Readonly<Record<string, Policy>> = JSON.parse(
  execFileSync(toolchain().python, ["-c", script, ...names], { encoding: "utf8" }),
);
