import { holdsTrue } from "../holds-true";
import { type ConfiguredModule, planSchema } from "./schema";

/** Where a value is in a resource: `["alias", 0, "name"]`. */
export type Path = readonly (string | number)[];

/** How the configuration decides a value of a resource. */
export interface Decision {
  /** What it refers to. */
  readonly by: readonly string[];
  /** Whether the value is known before anything is made. */
  readonly known: boolean;
  /** Whether the configuration says it; without it, it is a default. */
  readonly configured: boolean;
}

/** How a value is decided; undefined where AWS decides it, and no configuration. */
export type Decided = (address: string, path: Path) => Decision | undefined;

/** What a plan decides: what its configuration says, and what it knows besides, such as a default. */
export function decidedIn(plan: unknown): Decided {
  const { configuration, resource_changes } = planSchema.parse(plan);
  const expressions = new Map(expressionsIn(configuration.root_module));
  const unknown = new Map(resource_changes.map(({ address, change }) => [address, change.after_unknown]));
  return (address, path) => {
    const expression = along(expressions.get(withoutKeys(address)), path, isExpression);
    const known = !holdsTrue(along(unknown.get(address), path, (node) => node === true));
    const configured = expression !== undefined;
    return known || configured ? { by: referencesIn(expression), known, configured } : undefined;
  };
}

const expressionsIn = ({ resources, module_calls }: ConfiguredModule, prefix = ""): [string, object][] => [
  ...resources.map(({ address, expressions }): [string, object] => [`${prefix}${address}`, expressions]),
  ...Object.entries(module_calls).flatMap(([name, { module }]) => expressionsIn(module, `${prefix}module.${name}.`)),
];

/** The address of what is configured: `aws_subnet.app["a"]` is one of `aws_subnet.app`. */
export const withoutKeys = (address: string): string => address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");

/** What is at the end of a path, or where it is said for all that is below. */
function along(node: unknown, [key, ...rest]: Path, isWhole: (node: unknown) => boolean): unknown {
  if (key === undefined || !isObject(node)) return undefined;
  const next = node[key];
  return rest.length === 0 || isWhole(next) ? next : along(next, rest, isWhole);
}

/** Not a block, which has a key for each of its arguments; one that refers to nothing and is no constant says nothing. */
const isExpression = (node: unknown): boolean =>
  isObject(node) && ("constant_value" in node || "references" in node || Object.keys(node).length === 0);

/** What an expression, or a block of them, refers to. */
export const referencesIn = (node: unknown): string[] => {
  if (!isObject(node)) return [];
  const { references } = node;
  if (Array.isArray(references)) return references.filter((reference) => typeof reference === "string");
  return Object.values(node).flatMap(referencesIn);
};

const isObject = (value: unknown): value is Readonly<Record<string | number, unknown>> =>
  typeof value === "object" && value !== null;
