import { type Expression, parse } from "./parse";

/** What a path such as `var.max_per_zone` is where it stands; undefined where only an apply tells. */
export type Lookup = (path: readonly string[]) => unknown;

/**
 * A value as it is written in JSON, with its expressions replaced by what they come to.
 *
 * What only an apply tells stays as it is written, so a list of ids that nobody knows has its length.
 */
export function evaluated(value: unknown, lookup: Lookup): unknown {
  if (typeof value === "string") return textOf(value, lookup);
  if (Array.isArray(value)) return value.map((one) => evaluated(one, lookup));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, evaluated(one, lookup)]));
}

const whole = /^\$\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}$/;
const within = /\$\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}/g;

function textOf(text: string, lookup: Lookup): unknown {
  if (!text.includes("${")) return text;
  const one = whole.exec(text)?.[1];
  if (one !== undefined) return comesTo(one, lookup) ?? text;
  return text.replace(within, (all, inner) => {
    const found = comesTo(inner, lookup);
    return typeof found === "string" || typeof found === "number" ? String(found) : all;
  });
}

/** A null that is known is one; what is not known is undefined. */
function comesTo(text: string, lookup: Lookup): unknown {
  const expression = parse(text);
  return expression && reckon(expression, lookup);
}

function reckon(expression: Expression, lookup: Lookup): unknown {
  const of = (one: Expression): unknown => reckon(one, lookup);
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "path":
      return lookup(expression.path);
    case "list":
      return expression.of.map(of);
    case "not":
      return negated(of(expression.of));
    case "index":
      return memberOf(of(expression.of), of(expression.at));
    case "call":
      return functions[expression.name]?.(...expression.given.map(of));
    case "binary":
      return operators[expression.sign]?.(of(expression.left), of(expression.right));
    case "choice": {
      const when = of(expression.when);
      return typeof when === "boolean" ? of(when ? expression.yes : expression.no) : undefined;
    }
  }
}

const negated = (value: unknown): unknown => (typeof value === "boolean" ? !value : undefined);

const memberOf = (value: unknown, at: unknown): unknown => {
  if (typeof value !== "object" || value === null) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(String(at));
};

const numbers =
  (reckoned: (left: number, right: number) => unknown) =>
  (left: unknown, right: unknown): unknown =>
    typeof left === "number" && typeof right === "number" ? reckoned(left, right) : undefined;

const known = (...values: readonly unknown[]): boolean => values.every((value) => value !== undefined);

const operators: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  "*": numbers((left, right) => left * right),
  "/": numbers((left, right) => left / right),
  "%": numbers((left, right) => left % right),
  "+": numbers((left, right) => left + right),
  "-": numbers((left, right) => left - right),
  "<": numbers((left, right) => left < right),
  ">": numbers((left, right) => left > right),
  "<=": numbers((left, right) => left <= right),
  ">=": numbers((left, right) => left >= right),
  "==": (left, right) => (known(left, right) ? left === right : undefined),
  "!=": (left, right) => (known(left, right) ? left !== right : undefined),
  "&&": (left, right) => (known(left, right) ? left === true && right === true : undefined),
  "||": (left, right) => (known(left, right) ? left === true || right === true : undefined),
};

/** The functions of Terraform that decide how much there is of something. */
const functions: Readonly<Record<string, (...given: readonly unknown[]) => unknown>> = {
  length: (value) => (Array.isArray(value) || typeof value === "string" ? value.length : undefined),
  concat: (...lists) => (lists.every(Array.isArray) ? lists.flat() : undefined),
  toset: (value) => (Array.isArray(value) ? distinct(value) : undefined),
  tolist: (value) => (Array.isArray(value) ? value : undefined),
  tostring: (value) => (typeof value === "number" || typeof value === "string" ? String(value) : undefined),
  tonumber: (value) => (known(value) && !Number.isNaN(Number(value)) ? Number(value) : undefined),
  element: (list, at) => (Array.isArray(list) && list.length > 0 ? list[Number(at) % list.length] : undefined),
  join: (by, parts) => (Array.isArray(parts) && typeof by === "string" ? parts.join(by) : undefined),
  min: (...values) => (values.every((value) => typeof value === "number") ? Math.min(...values) : undefined),
  max: (...values) => (values.every((value) => typeof value === "number") ? Math.max(...values) : undefined),
};

/** Members without those that are there twice; two that only an apply tells may read the same and be different. */
const distinct = (members: readonly unknown[]): unknown[] =>
  members.filter((one, at) => members.indexOf(one) === at || (typeof one === "string" && one.includes("${")));
