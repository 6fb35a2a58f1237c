import type { Aws } from "../aws";
import { type Item, keyOf } from "./item";
import type { Reader } from "./reader";
import { globalReaders, regionalReaders } from "./readers";

/** What there is in a region, asked of every regional service. */
export const takeInventory = (aws: Aws): Promise<Item[]> => read(aws, regionalReaders);

/** What belongs to no region. */
export const takeGlobalInventory = (aws: Aws): Promise<Item[]> => read(aws, globalReaders);

/** Asks these readers, all at once; an error says which service could not be asked. */
export async function read(aws: Aws, readers: readonly Reader[]): Promise<Item[]> {
  const lists = await Promise.all(
    readers.map(async ({ service, list }) => {
      try {
        return await list(aws);
      } catch (error) {
        throw new Error(`${service} in ${aws.region} does not tell what it has: ${String(error)}`, { cause: error });
      }
    }),
  );
  return lists.flat().sort((left, right) => keyOf(left).localeCompare(keyOf(right)));
}

/** What is there after and was not before; what is deleted softly does not count. */
export function added(before: readonly Item[], after: readonly Item[]): Item[] {
  const known = new Set(before.map(keyOf));
  return after.filter((item) => item.goneOn === undefined && !known.has(keyOf(item)));
}
