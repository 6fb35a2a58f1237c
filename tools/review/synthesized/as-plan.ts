import { isDeepStrictEqual } from "node:util";
import type { ValuedResource } from "../../../terraform/values/resource";
import type { AffectedRoot } from "../../affected/compare";
import type { Part } from "../../affected/parts";
import { expressionsOf, referencesIn } from "./expressions";
import { inShapeOfPlan, withMarks } from "./values";

/** A root as it is synthesized: what its parts say, and what its resources' values come to. */
export interface SynthesizedSide {
  readonly parts: readonly Part[];
  readonly resources: readonly ValuedResource[];
}

type Values = Readonly<Record<string, unknown>>;

/** What of a resource is as it is written: texts and policies are not reckoned. */
interface Side {
  readonly written: Values;
  readonly values: Values;
}

/**
 * What two synthesized roots say of a change, in the form of a plan: what is written as a value is known. What refers to
 * something is taken to stay where it is written the same and nothing that it names changes; else it is not known.
 */
export function asPlan(root: AffectedRoot, before: SynthesizedSide, after: SynthesizedSide): object {
  const [was, is] = [sidesOf(before), sidesOf(after)];
  const from = new Map(root.moved.map((one) => [one.to, one.from]));
  const gone = new Set(root.moved.map((one) => one.from));
  const touched = new Set([...root.added, ...root.removed, ...root.changed.map(({ address }) => address)]);
  const changes = [...new Set([...is.keys(), ...[...was.keys()].filter((address) => !gone.has(address))])];
  const [{ region = "" } = {}] = [...after.resources, ...before.resources];
  return {
    resource_changes: changes.map((address) => {
      const previous = from.get(address);
      return {
        address,
        type: address.split(".").at(-2),
        ...(previous !== undefined && { previous_address: previous }),
        change: changeOf(was.get(previous ?? address), is.get(address), touched),
      };
    }),
    configuration: {
      provider_config: { aws: { expressions: { region: { constant_value: region } } } },
      root_module: { module_calls: callsOf(after.parts) },
    },
  };
}

function changeOf(was: Side | undefined, is: Side | undefined, touched: ReadonlySet<string>): object {
  if (is === undefined) return { actions: ["delete"], before: withMarks(was?.values ?? {}).known, after: null };
  const changes = (text: string): boolean => [...touched].some((address) => names(text, address));
  // What only an apply tells is the same where it is written so, and nothing of what it names changes.
  const stays = (name: string): boolean =>
    was !== undefined &&
    isDeepStrictEqual([was.written[name], was.values[name]], [is.written[name], is.values[name]]) &&
    !changes(JSON.stringify(is.written[name] ?? null));
  const all = { ...is.written, ...is.values };
  const same = Object.entries(all).filter(([name]) => stays(name));
  const other = withMarks(Object.fromEntries(Object.entries(all).filter(([name]) => !stays(name))));
  const after = { ...Object.fromEntries(same), ...other.known };
  if (was === undefined) return { actions: ["create"], before: null, after, after_unknown: other.unknown };
  const left = Object.entries({ ...was.written, ...was.values }).filter(([name]) => !stays(name));
  const before = { ...Object.fromEntries(same), ...withMarks(Object.fromEntries(left)).known };
  const isSame = Object.keys(other.unknown).length === 0 && isDeepStrictEqual(before, after);
  return { actions: [isSame ? "no-op" : "update"], before, after, after_unknown: other.unknown };
}

/** Whether an expression names a resource or data of its module: `module.web.aws_lb.it` by `aws_lb.it`. */
const names = (text: string, address: string): boolean =>
  referencesIn(text).some((one) => `${one}.`.startsWith(`${address.replace(/^module\.[^.]+\./, "")}.`));

function sidesOf({ parts, resources }: SynthesizedSide): Map<string, Side> {
  const written = new Map(
    parts.flatMap(({ kind, address, value }) => (kind === "resource" ? [[address, inShapeOfPlan(value)]] : [])),
  );
  return new Map(
    resources.map(({ address, values }) => [
      address,
      { written: written.get(address) ?? {}, values: inShapeOfPlan(values) },
    ]),
  );
}

/** How the modules of a root are configured, as a plan says it. */
function callsOf(parts: readonly Part[]): Record<string, object> {
  const tiers = [...new Set(parts.flatMap(({ address }) => /^module\.([^.]+)\./.exec(address)?.[1] ?? []))];
  return Object.fromEntries(
    tiers.map((tier) => {
      const own = parts.filter(({ address }) => address.startsWith(`module.${tier}.`));
      const given = own.filter(({ kind }) => kind === "argument").map(({ type, value }) => [type, value]);
      const resources = own
        .filter(({ kind }) => kind === "resource")
        .map(({ address, value }) => ({
          address: address.replace(`module.${tier}.`, ""),
          provider_config_key: "aws",
          expressions: expressionsOf(inShapeOfPlan(value)),
        }));
      return [tier, { expressions: expressionsOf(Object.fromEntries(given)), module: { resources } }];
    }),
  );
}
