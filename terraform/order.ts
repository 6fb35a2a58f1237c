import pLimit from "p-limit";
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

/**
 * Works on each as soon as all that it depends on are done, at most `atOnce` at a time.
 *
 * After a failure nothing new is begun; what is under way is waited for, then every failure is thrown.
 */
export async function inOrder<T extends Dependent>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<Span[]> {
  const limit = pLimit(atOnce);
  const started = new Map<string, Promise<Span>>();
  const failures = new Set<unknown>();
  const begin = (one: T): Promise<Span> => {
    const known = started.get(one.id);
    if (known) return known;
    const run = Promise.all(all.filter(({ id }) => one.dependencies.includes(id)).map(begin)).then(() =>
      limit(async () => {
        if (failures.size > 0) throw new Error(`${one.id} was not begun`);
        const from = Date.now();
        await work(one).catch((error: unknown) => {
          failures.add(error);
          throw error;
        });
        return { id: one.id, dependencies: one.dependencies, from, to: Date.now() };
      }),
    );
    started.set(one.id, run);
    return run;
  };
  const results = await Promise.allSettled(all.map(begin));
  const spans = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  if (failures.size > 0) throw allOf([...failures]);
  return spans;
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

/** The chain that decided how long it took: back from the last to end, over the dependency that ended last. */
export function criticalPath(spans: readonly Span[]): Span[] {
  const latest = (some: readonly Span[]): Span | undefined =>
    some.reduce<Span | undefined>((last, one) => (last && last.to >= one.to ? last : one), undefined);
  const path: Span[] = [];
  for (let at = latest(spans); at; at = latest(spans.filter(({ id }) => path[0]?.dependencies.includes(id))))
    path.unshift(at);
  return path;
}
