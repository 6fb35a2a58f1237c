import { rolesPath } from "../../modules/core/names";
import { aboutIts, type Logged, rolesIn } from "./about";
import { actionsOf } from "./action";
import { besides } from "./besides/all";
import { distinct, type Need } from "./need";
import { type Operation, operationsOf } from "./operation";
import { needFor } from "./told";

/** What some calls ask IAM for: by themselves, and by way of what they make AWS do. */
export async function askedBy(calls: readonly Logged[]): Promise<Need[]> {
  const roles = rolesIn(calls);
  const operations = operationsOf(calls);
  const direct = await Promise.all(
    calls.map(async (call, at) => {
      const operation = operations[at];
      const actions = operation ? await actionsOf(operation) : [];
      return Promise.all(actions.map((action) => aboutIts(action, call, roles)));
    }),
  );
  const handed = [...roles.values()].map(({ arn }) => arn).find((arn) => arn.includes("{prefix}"));
  return withBesides(direct.flat(), handed);
}

/** Code that calls AWS hands over none but the roles that the tiers make. */
const onePlatformRole = `arn:aws:iam::{account}:role${rolesPath}{prefix}-{role}`;

/** The same of operations that no log has. */
export async function askedFor(operations: readonly Operation[]): Promise<Need[]> {
  const actions = await Promise.all(operations.map(actionsOf));
  return withBesides(actions.flat().map(needFor), onePlatformRole);
}

async function withBesides(direct: readonly Need[], handed?: string): Promise<Need[]> {
  const beside = await Promise.all(distinct(direct).map(besides));
  const needs = beside
    .flat()
    .map((need) =>
      need.action === "iam:PassRole" && need.resource === undefined && handed !== undefined
        ? { ...need, resource: handed }
        : need,
    );
  return distinct([...direct, ...needs]);
}
