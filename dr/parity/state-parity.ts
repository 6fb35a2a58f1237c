import { isDeepStrictEqual } from "node:util";
import type { Decided } from "../../terraform/decided";
import type { ComparedAttribute, ComparedStates } from "./compare-states";
import { type Difference, existence, type Found, type SortedOut, sortOut } from "./difference";
import type { StateObject } from "./state-object";

/** What was not compared, how much of it, and why. */
export interface NotCompared {
  readonly reason: string;
  readonly count: number;
  /** How many of each kind: "aws_iam_role.create_date". */
  readonly of: Readonly<Record<string, number>>;
}

/** Whether the states of what was recovered say, address by address, what those of the lost region say. */
export interface StateParity extends SortedOut {
  /** How many resources have the same address in both. */
  readonly resources: number;
  /** How many of their attributes were compared. */
  readonly attributes: number;
  readonly notCompared: readonly NotCompared[];
}

/** What makes a difference one that is meant, and what must not be shown of it. */
export interface Judgement {
  readonly decided: Decided;
  readonly declared: readonly Difference[];
  /** Why what a variable alone decides is meant to differ, by the variable's name. */
  readonly variables: Readonly<Record<string, string>>;
  isSecret(address: string, attribute: string): boolean;
}

const reasons = {
  "made up": "AWS made it up to name the resource: compared wherever another one refers to it",
  "kind only": "AWS made it up to name what neither state has: only its kind is compared",
  chosen: "AWS chose it, and no configuration does: the two differ",
  unset: "neither has a value",
} as const;

/** Sorts what a comparison of states found into what is meant, what is not, and what was not compared. */
export function judgeStates({ attributes, onlySource, onlyRecovered }: ComparedStates, how: Judgement): StateParity {
  const found = [
    ...attributes.flatMap((one) => foundIn(one, how)),
    ...onlySource.map((object) => alone(object, "source")),
    ...onlyRecovered.map((object) => alone(object, "recovered")),
  ];
  const withOutcome = (wanted: string) => attributes.filter(({ outcome }) => outcome === wanted);
  return {
    resources: new Set(attributes.map(({ object }) => object.address)).size,
    attributes: withOutcome("same").length + withOutcome("differs").length,
    ...sortOut(found, how.declared, (one) => reasonOf(one, how)),
    notCompared: Object.entries(reasons).map(([outcome, reason]) => counted(reason, withOutcome(outcome).map(kindOf))),
  };
}

/** Counts what was not compared, by kind. */
export function counted(reason: string, kinds: readonly string[]): NotCompared {
  const of: Record<string, number> = {};
  for (const kind of [...kinds].sort()) of[kind] = (of[kind] ?? 0) + 1;
  return { reason, count: kinds.length, of };
}

const kindOf = ({ object, attribute }: ComparedAttribute): string => `${object.type}.${attribute}`;

function foundIn(one: ComparedAttribute, { isSecret }: Judgement): Found[] {
  if (one.outcome !== "differs") return [];
  const { object, attribute, differences } = one;
  const hidden = isSecret(object.address, attribute) ? { source: secret, recovered: secret } : {};
  const found = differences.map((one) => ({ type: object.type, name: object.address, ...one, ...hidden }));
  return found.filter((one, at) => found.findIndex((other) => isDeepStrictEqual(one, other)) === at);
}

const secret = "(a secret, not shown)";

const alone = ({ type, address }: StateObject, where: "source" | "recovered"): Found => ({
  type,
  name: address,
  setting: existence,
  source: where === "source",
  recovered: where === "recovered",
});

function reasonOf({ name, setting }: Found, { decided, variables }: Judgement): string | undefined {
  const { by = [] } = decided(name, setting.split(".").slice(0, 1)) ?? {};
  const [first, ...others] = [...new Set(by)];
  return first?.startsWith("var.") && others.length === 0 ? variables[first.slice("var.".length)] : undefined;
}
