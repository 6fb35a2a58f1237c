import type { Path } from "../../../terraform/plan/decided";
import type { Attributes, ResourceChange } from "../../../terraform/plan/resource-changes";
import { blocksIn } from "../../../terraform/values/resource";
import { after, at } from "../read/after";
import type { Surroundings } from "../rules/rule";
import { isBlock, type Shown } from "../secrets/shown";

/** A policy after the apply. */
export type Document =
  | {
      readonly is: "known";
      readonly policy: Shown;
      /** As it is written, where nothing of it is a reference. */
      readonly text?: string;
    }
  | { readonly is: "unknown"; readonly by: readonly string[] };

/** A policy that is written as JSON; null where there is none. */
export function parsed(text: unknown): Shown {
  if (typeof text !== "string" || text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * A policy of a resource after the apply. One that is not known yet because it names what the plan makes is taken from the
 * `aws_iam_policy_document` that it refers to, with references in place of what they will be.
 */
export function policyAfter(change: ResourceChange, path: Path, around: Surroundings): Document {
  const value = after(change, path, around);
  if (value.is === "known") {
    const text = typeof value.value === "string" ? value.value : "";
    return { is: "known", policy: parsed(text), text };
  }
  if (value.is === "left to AWS") return { is: "known", policy: parsed(at(change.before, path)) };
  const data = value.leadsTo.filter(({ address }) => isDocument(address));
  const others = value.by.filter(
    (one) => !/^(each|count)\./.test(one) && around.refer(change.address, [one]).length === 0,
  );
  const found =
    data.length === 1 && others.length === 0 ? readLater(data[0]?.address ?? "", change, around) : undefined;
  const policy = found && policyOf(found, around);
  return policy === undefined ? { is: "unknown", by: value.by } : { is: "known", policy };
}

const isDocument = (address: string): boolean => /(^|\.)data\.aws_iam_policy_document\./.test(address);

/** The data source that is meant: where there are several, the one of the same key. */
function readLater(
  address: string,
  { address: of }: ResourceChange,
  { configuredAs }: Surroundings,
): ResourceChange | undefined {
  const all = configuredAs(address);
  const key = /\[[^\]]*\]$/.exec(of)?.[0];
  const found = all.length === 1 ? all : all.filter((one) => key !== undefined && one.address.endsWith(key));
  return found.length === 1 ? found[0] : undefined;
}

/** The policy that a document says; undefined where what it refers to is not of the plan, or it builds on others. */
function policyOf(data: ResourceChange, around: Surroundings): Shown | undefined {
  const values = data.after ?? {};
  const builtOn = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"];
  if (builtOn.some((name) => [values[name] ?? []].flat().length > 0 || after(data, [name], around).is === "unknown"))
    return undefined;
  const said = (path: Path): Shown[] | undefined => {
    const value = after(data, path, around);
    const known = [at(values, path) ?? []].flat().filter((one) => typeof one === "string");
    if (value.is !== "unknown") return known;
    return value.isFollowed ? [...known, ...value.by] : undefined;
  };
  const statements = blocksIn(values, "statement").map((block, index) =>
    statementOf(block, ["statement", index], said),
  );
  return statements.every((one) => one !== undefined) ? { Statement: statements } : undefined;
}

type Said = (path: Path) => Shown[] | undefined;

/** A statement as JSON has it; undefined where a part of it is not known at all. */
function statementOf(block: Attributes, path: Path, said: Said): { readonly [name: string]: Shown } | undefined {
  const listed = Object.entries(lists).map(([name, attribute]) => [name, said([...path, attribute])] as const);
  const principals = ["principals", "not_principals"].map((name) => principalsOf(block, [...path, name], said));
  const conditions = blocksIn(block, "condition").map(({ test, variable }, index): Shown | undefined => {
    const values = said([...path, "condition", index, "values"]);
    return values && { [`${test}`]: { [`${variable}`]: values } };
  });
  if ([...listed.map(([, values]) => values), ...principals, ...conditions].includes(undefined)) return undefined;
  const [who, except] = principals;
  return {
    Effect: block.effect === "Deny" ? "Deny" : "Allow",
    ...Object.fromEntries(listed.flatMap(([name, values]) => (values && values.length > 0 ? [[name, values]] : []))),
    ...(who && Object.keys(who).length > 0 && { Principal: who }),
    ...(except && Object.keys(except).length > 0 && { NotPrincipal: except }),
    ...(conditions.length > 0 && { Condition: conditions.reduce<Record<string, Shown>>(merged, {}) }),
  };
}

const lists = {
  Action: "actions",
  NotAction: "not_actions",
  Resource: "resources",
  NotResource: "not_resources",
} as const;

function principalsOf(block: Attributes, path: Path, said: Said): { readonly [kind: string]: Shown } | undefined {
  const all = blocksIn(block, `${path.at(-1)}`).map(
    ({ type }, index) => [type === "*" ? "AWS" : `${type}`, said([...path, index, "identifiers"])] as const,
  );
  if (all.some(([, names]) => names === undefined)) return undefined;
  const kinds = [...new Set(all.map(([kind]) => kind))];
  return Object.fromEntries(
    kinds.map((kind) => [kind, all.flatMap(([of, names]) => (of === kind && names ? names : []))]),
  );
}

/** Conditions of the same operator stand in one block. */
const merged = (all: Record<string, Shown>, one: Shown | undefined): Record<string, Shown> => {
  for (const [operator, keys] of Object.entries(isBlock(one) ? one : {}))
    all[operator] = { ...Object(all[operator]), ...Object(keys) };
  return all;
};
