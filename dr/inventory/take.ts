import type { Aws } from "../aws";
import { type Item, keyOf } from "./item";
import type { Reader } from "./reader";
import { globalReaders, regionalReaders } from "./readers";

/** What there is in a region, asked of every regional service. */
export const takeInventory = (aws: Aws): Promise<Item[]> => read(aws, regionalReaders);

/** What belongs to no region. */
export const takeGlobalInventory = (aws: Aws): Promise<Item[]> => read(aws, globalReaders);

/** Asks these readers, all at once; an error says every service that could not be asked: an emulator may lack several. */
export async function read(aws: Aws, readers: readonly Reader[]): Promise<Item[]> {
  const silent = new Map<string, Set<string>>();
  const lists = await Promise.all(
    readers.map(async ({ service, list }) => {
      try {
        return await list(aws);
      } catch (error) {
        silent.set(String(error), (silent.get(String(error)) ?? new Set()).add(service));
        return [];
      }
    }),
  );
  if (silent.size > 0)
    throw new Error(
      [...silent]
        .map(([why, services]) => `${[...services].join(", ")} in ${aws.region}: what is there cannot be asked: ${why}`)
        .join("\n"),
    );
  return lists.flat().sort((left, right) => keyOf(left).localeCompare(keyOf(right)));
}

/** What is there after and was not before; what is deleted softly does not count. */
export function added(before: readonly Item[], after: readonly Item[]): Item[] {
  const known = new Set(before.map(keyOf));
  return after.filter((item) => item.goneOn === undefined && !known.has(keyOf(item)));
}
