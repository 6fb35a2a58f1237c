import type { Decided } from "../../terraform/plan/decided";
import { comparable, isUnset } from "./comparable";
import { withoutGenerated } from "./generated";
import { generatedNames } from "./generated-names";
import type { Place } from "./place";
import { type Differing, differing } from "./settings";
import type { StateObject, StatePair } from "./state-object";
import { chain, type Replace, references, withoutPlace } from "./texts";

/** What the states of a region manage. */
export interface States {
  readonly objects: readonly StateObject[];
  readonly place: Place;
}

/** How an attribute compares: both have the same, it cannot be compared, or it differs. */
export type Compared =
  | { readonly outcome: "same" | "unset" | "generated" | "kind only" | "chosen" }
  | { readonly outcome: "differs"; readonly differences: readonly Differing[] };

/** An attribute at an address that both have. */
export type ComparedAttribute = Compared & { readonly object: StateObject; readonly attribute: string };

/** The attributes of what both manage, and what only one of them does. */
export interface ComparedStates {
  readonly attributes: readonly ComparedAttribute[];
  readonly onlySource: readonly StateObject[];
  readonly onlyRecovered: readonly StateObject[];
}

type Texts = Readonly<Record<"source" | "recovered", { readonly exact: Replace; readonly kind: Replace }>>;

/** Compares the states of a region and of its recovery attribute by attribute, as if both were of one place. */
export function compareStates(source: States, recovered: States, decided: Decided): ComparedStates {
  const local = { source: withoutPlaceOf(source), recovered: withoutPlaceOf(recovered) };
  const others = new Map(recovered.objects.map((one) => [local.recovered(one.address), one]));
  const pairs: StatePair[] = [];
  const onlySource: StateObject[] = [];
  for (const one of source.objects) {
    const key = local.source(one.address);
    const other = others.get(key);
    others.delete(key);
    if (other) pairs.push({ source: one, recovered: other });
    else onlySource.push(one);
  }
  const names = generatedNames(pairs, decided, local);
  const texts = {
    source: replacing(names.source, local.source),
    recovered: replacing(names.recovered, local.recovered),
  };
  return {
    attributes: pairs.flatMap((pair) =>
      attributesOf(pair).map((attribute) => ({
        object: pair.recovered,
        attribute,
        ...compare(pair, attribute, { decided, texts }),
      })),
    ),
    onlySource,
    onlyRecovered: [...others.values()],
  };
}

/** IPv6 blocks are AWS's choice. */
const withoutPlaceOf = ({ objects, place }: States): Replace =>
  withoutPlace(
    place,
    objects
      .flatMap(({ type, attributes }) => (type === "aws_vpc" ? [attributes.ipv6_cidr_block] : []))
      .filter((block): block is string => typeof block === "string" && block !== ""),
  );

const replacing = (names: ReadonlyMap<string, string>, local: Replace) => {
  const exact = chain(references(names), local);
  return { exact, kind: chain(exact, withoutGenerated) };
};

const attributesOf = ({ source, recovered }: StatePair): string[] => [
  ...new Set([...Object.keys(source.attributes), ...Object.keys(recovered.attributes)]),
];

function compare(
  { source, recovered }: StatePair,
  attribute: string,
  { decided, texts }: { readonly decided: Decided; readonly texts: Texts },
): Compared {
  const [left, right] = [source.attributes[attribute], recovered.attributes[attribute]];
  if (isUnset(left) && isUnset(right)) return { outcome: left === false || left === 0 ? "same" : "unset" };
  const difference = (how: "exact" | "kind") =>
    differing(comparable(left, texts.source[how]), comparable(right, texts.recovered[how]), attribute);
  if (difference("exact").length === 0)
    return { outcome: isNamedAfter(recovered, texts.recovered.exact(String(right))) ? "generated" : "same" };
  const differences = difference("kind");
  if (differences.length === 0) return { outcome: "kind only" };
  return decided(recovered.address, [attribute]) ? { outcome: "differs", differences } : { outcome: "chosen" };
}

const isNamedAfter = ({ address }: StateObject, text: string): boolean =>
  text.startsWith(`<${address}.`) && text.endsWith(">");
