import { isObject } from "../../terraform/is-object";
import type { Decided, Path } from "../../terraform/plan/decided";
import type { StatePair } from "./state-object";
import type { Replace } from "./texts";

/** Names for what AWS generated, by its value in either state: `<module.network.aws_vpc.main.id>`. */
export interface Names {
  readonly source: ReadonlyMap<string, string>;
  readonly recovered: ReadonlyMap<string, string>;
}

/** Learns what AWS generated, such as ids and endpoints: no configuration decides it, and it differs at one address. */
export function generatedNames(
  pairs: readonly StatePair[],
  decided: Decided,
  withoutPlace: { readonly source: Replace; readonly recovered: Replace },
): Names {
  const names = { source: new Map<string, string>(), recovered: new Map<string, string>() };
  const all = pairs.flatMap(textsOf).map((text) => ({ ...text, decision: decided(text.address, text.path) }));
  // An instance type that is set at one resource, and that AWS tells of another, is not generated.
  const known = new Set(all.flatMap(({ decision, source, recovered }) => (decision?.known ? [source, recovered] : [])));
  for (const { address, path, source, recovered, decision } of idsFirst(all)) {
    if (decision || !isIdentifier(source, path) || !isIdentifier(recovered, path)) continue;
    if (known.has(source) || known.has(recovered)) continue;
    if (names.source.has(source) || names.recovered.has(recovered)) continue;
    if (withoutPlace.source(source) === withoutPlace.recovered(recovered)) continue;
    const name = `<${address}.${path.join(".")}>`;
    names.source.set(source, name);
    names.recovered.set(recovered, name);
  }
  return names;
}

interface Text {
  readonly address: string;
  readonly path: Path;
  readonly source: string;
  readonly recovered: string;
}

const textsOf = ({ source, recovered }: StatePair): Text[] =>
  texts(source.attributes, recovered.attributes).map((text) => ({ address: recovered.address, ...text }));

/** The texts that both have at one path; of longer lists, which may be sets, nobody knows what is at which place. */
function texts(source: unknown, recovered: unknown, path: Path = []): Omit<Text, "address">[] {
  if (typeof source === "string" && typeof recovered === "string") return [{ path, source, recovered }];
  if (Array.isArray(source) && Array.isArray(recovered))
    return source.length === 1 && recovered.length === 1 ? texts(source[0], recovered[0], [...path, 0]) : [];
  if (!isObject(source) || !isObject(recovered)) return [];
  return Object.keys(source).flatMap((key) => texts(source[key], recovered[key], [...path, key]));
}

/** An object that refers to another has its id, too: it is the other one's. */
const idsFirst = <T extends Text>(texts: readonly T[]): T[] => {
  const own = ["arn", "id"];
  const rank = ({ path }: Text): number => own.indexOf(path.join("."));
  return [...texts].sort((one, other) => rank(other) - rank(one));
};

/** Neither a time, nor a document, nor a word such as a state; an id may be as short as API Gateway's, and look like a word. */
const isIdentifier = (text: string, path: Path): boolean => {
  if (!/^(?!\d{4}-\d\d-\d\dT)[!-~]{5,512}$/.test(text) || /["{}]/.test(text)) return false;
  return path.at(-1) === "id" || (text.length >= 8 && !/^[A-Za-z]+$/.test(text));
};
