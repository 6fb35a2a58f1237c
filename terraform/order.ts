import { allOf } from "./failures";

/** Something that others wait for, by id. */
export interface Dependent {
  readonly id: string;
  readonly dependencies: readonly string[];
}

/** When the work on one of them ran, in milliseconds since the epoch. */
export interface Span extends Dependent {
  readonly from: number;
  readonly to: number;
}

/** What a piece of work is told of its place in an order. */
export interface Turn {
  /** How far it may give way to what is worked on beside it, as a niceness: 0 for the longest chain that waits. */
  readonly niceness: number;
}

/** A third of the processor beside what is most urgent: enough to end even on a machine that has other work. */
const leastUrgent = 6;

/**
 * Works on each as soon as all that it depends on are done, at most `atOnce` at a time: first what most others wait for.
 * What nobody waits for keeps a third of the places at most while there is more to come that somebody does.
 *
 * After a failure nothing new is begun; what is under way is waited for, then every failure is thrown.
 */
export async function inOrder<T extends Dependent>(
  all: readonly T[],
  atOnce: number,
  work: (one: T, turn: Turn) => Promise<void>,
): Promise<Span[]> {
  const chains = chainAfter(all);
  const chainOf = ({ id }: T): number => chains.get(id) ?? 0;
  const longest = Math.max(0, ...chains.values());
  const waiting = [...all].sort((left, right) => chainOf(right) - chainOf(left));
  const unfinished = new Set(all.map(({ id }) => id));
  const spans = new Map<string, Span>();
  const underWay = new Map<T, Promise<unknown>>();
  const failures: unknown[] = [];
  const begin = (one: T): void => {
    waiting.splice(waiting.indexOf(one), 1);
    const from = Date.now();
    const niceness = Math.min(leastUrgent, 2 * (longest - chainOf(one)));
    const done = work(one, { niceness }).then(
      () => {
        unfinished.delete(one.id);
        spans.set(one.id, { id: one.id, dependencies: one.dependencies, from, to: Date.now() });
      },
      (error: unknown) => failures.push(error),
    );
    underWay.set(
      one,
      done.finally(() => underWay.delete(one)),
    );
  };
  const mayBegin = (one: T): boolean => {
    if (underWay.size >= atOnce || one.dependencies.some((id) => unfinished.has(id))) return false;
    const last = [...underWay.keys()].filter((other) => chainOf(other) === 0).length;
    return chainOf(one) > 0 || last < atOnce / 3 || waiting.every((other) => chainOf(other) === 0);
  };
  for (;;) {
    if (failures.length === 0) for (const one of [...waiting]) if (mayBegin(one)) begin(one);
    if (underWay.size === 0) break;
    await Promise.race(underWay.values());
  }
  if (failures.length > 0) throw allOf(failures);
  if (waiting.length > 0) throw new Error(`${waiting.map(({ id }) => id).join(", ")} wait for each other.`);
  return all.flatMap(({ id }) => spans.get(id) ?? []);
}

/** How many wait for each in a row, at most. */
function chainAfter(all: readonly Dependent[]): Map<string, number> {
  const links = new Map(all.map(({ id }) => [id, 0]));
  // Once for each is enough for the longest chain that there can be.
  for (const _ of all) {
    for (const { id, dependencies } of all) {
      const after = (links.get(id) ?? 0) + 1;
      for (const one of dependencies) if ((links.get(one) ?? after) < after) links.set(one, after);
    }
  }
  return links;
}

/** Works on all, some at a time, whatever they depend on. */
export const inAnyOrder = <T extends Dependent>(all: readonly T[], work: (one: T) => Promise<void>): Promise<Span[]> =>
  inOrder(
    all.map((one) => ({ ...one, dependencies: [] })),
    4,
    work,
  );

/** The same things with the arrows turned: what others depend on comes last. */
export const reversed = <T extends Dependent>(all: readonly T[]): T[] =>
  all.map((one) => ({
    ...one,
    dependencies: all.filter(({ dependencies }) => dependencies.includes(one.id)).map(({ id }) => id),
  }));

/** For each the first wave that it can be in: one after the last of those that it waits for. */
export function wavesOf(all: readonly Dependent[]): Map<string, number> {
  const byId = new Map(all.map((one) => [one.id, one]));
  const waves = new Map<string, number>();
  const waveOf = (id: string): number => {
    const known = waves.get(id);
    if (known !== undefined) return known;
    const wave = 1 + Math.max(0, ...(byId.get(id)?.dependencies ?? []).map(waveOf));
    waves.set(id, wave);
    return wave;
  };
  for (const { id } of all) waveOf(id);
  return waves;
}

/** The chain that decided how long it took: back from the last to end, over the dependency that ended last. */
export function criticalPath(spans: readonly Span[]): Span[] {
  const latest = (some: readonly Span[]): Span | undefined =>
    some.reduce<Span | undefined>((last, one) => (last && last.to >= one.to ? last : one), undefined);
  const path: Span[] = [];
  for (let at = latest(spans); at; at = latest(spans.filter(({ id }) => path[0]?.dependencies.includes(id))))
    path.unshift(at);
  return path;
}
