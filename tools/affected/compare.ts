import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { environments } from "../../regions/environments";
import { placeInKey } from "../../regions/wiring/location";
import { wavesOf } from "../../terraform/order";
import { readRoots, type SynthesizedRoot } from "../../terraform/synthesized";
import { type Part, partsOf } from "./parts";

const addresses = z.array(z.string());

/** A root that a change touches, and how. */
export const affectedRoot = z.object({
  id: z.string().describe("Name of the stack."),
  environment: z.string(),
  region: z.string().describe('Name of a region, or "global".'),
  tier: z.string(),
  wave: z.int().describe("Its place in the order of deploying."),
  is: z.enum(["changed", "new", "removed"]),
  added: addresses.describe("Resources and data sources that are written now."),
  removed: addresses.describe("Resources and data sources that are not written any more."),
  moved: z.array(z.object({ from: z.string(), to: z.string() })).describe("Resources that have another address now."),
  changed: z
    .array(z.object({ address: z.string(), attributes: z.array(z.string()) }))
    .describe("Resources and data sources that are written differently, and in what."),
  arguments: z
    .array(z.object({ address: z.string(), before: z.unknown(), after: z.unknown() }))
    .describe("What the modules are called with; null where it is not given."),
  other: addresses.describe("Variables, outputs, provider, backend and lock file that are written differently."),
});
export type AffectedRoot = z.infer<typeof affectedRoot>;

/** The roots that differ between two synthesized apps, in the order of deploying; what is gone comes last, in the order of destroying. */
export function compare(before: string, after: string): AffectedRoot[] {
  const [old, now] = [readRoots(before), readRoots(after)];
  const [oldWaves, waves] = [wavesOf(old), wavesOf(now)];
  const was = new Map(old.map((root) => [root.id, root]));
  const remain = new Set(now.map(({ id }) => id));
  const touched = now
    .map((root) => described(root, waves, difference(was.get(root.id)?.folder, root.folder)))
    .filter((root) => root.is === "new" || isTouched(root));
  const gone = old
    .filter(({ id }) => !remain.has(id))
    .map((root) => described(root, oldWaves, difference(root.folder, undefined)));
  return [...touched.sort(byWave), ...gone.sort((one, other) => byWave(other, one))];
}

type Difference = Omit<AffectedRoot, "id" | "environment" | "region" | "tier" | "wave">;

/** Of one wave, the same root of each environment beside each other, in the order of the environments' file. */
const byWave = (one: AffectedRoot, other: AffectedRoot): number =>
  one.wave - other.wave ||
  `${one.region} ${one.tier}`.localeCompare(`${other.region} ${other.tier}`) ||
  rank(one) - rank(other);

const rank = ({ environment }: AffectedRoot): number => environments.findIndex(({ name }) => name === environment);

const described = (
  { id, backend }: SynthesizedRoot,
  waves: ReadonlyMap<string, number>,
  how: Difference,
): AffectedRoot => ({
  id,
  ...placeInKey(backend?.key ?? ""),
  wave: waves.get(id) ?? 0,
  ...how,
});

const isTouched = ({ added, removed, moved, changed, other, ...root }: AffectedRoot): boolean =>
  [added, removed, moved, changed, root.arguments, other].some((list) => list.length > 0);

const nothing = { parts: [], moves: new Map<string, string>() };

function difference(before: string | undefined, after: string | undefined): Difference {
  const old = before === undefined ? nothing : partsOf(before);
  const now = after === undefined ? nothing : partsOf(after);
  const moved = [...now.moves].filter(([from]) => !old.moves.has(from)).map(([from, to]) => ({ from, to }));
  const addressNow = new Map(moved.map(({ from, to }) => [from, to]));
  const was = new Map(old.parts.map((part) => [addressNow.get(part.address) ?? part.address, part]));
  const is = new Map(now.parts.map((part) => [part.address, part]));
  const pairs = [...new Set([...was.keys(), ...is.keys()])]
    .map((address) => ({ address, old: was.get(address), now: is.get(address) }))
    .filter((pair) => !isDeepStrictEqual(pair.old?.value, pair.now?.value));
  const ofKind = (kind: Part["kind"]) => pairs.filter((pair) => (pair.now ?? pair.old)?.kind === kind);
  const resources = ofKind("resource");
  return {
    is: before === undefined ? "new" : after === undefined ? "removed" : "changed",
    added: resources.filter((pair) => !pair.old).map(({ address }) => address),
    removed: resources.filter((pair) => !pair.now).map(({ address }) => address),
    moved,
    changed: resources
      .filter((pair) => pair.old && pair.now)
      .map((pair) => ({ address: pair.address, attributes: differing(pair.old?.value, pair.now?.value) })),
    arguments: ofKind("argument").map((pair) => ({
      address: pair.address,
      before: pair.old?.value ?? null,
      after: pair.now?.value ?? null,
    })),
    other: ofKind("other").map(({ address }) => address),
  };
}

const differing = (old: unknown, now: unknown): string[] => {
  const [was, is]: Readonly<Record<string, unknown>>[] = [Object(old), Object(now)];
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].filter(
    (name) => !isDeepStrictEqual(was?.[name], is?.[name]),
  );
};
