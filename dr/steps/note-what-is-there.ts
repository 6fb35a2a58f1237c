import { globalRegion } from "../../regions/schema/aws-regions";
import { everywhere } from "../../regions/wiring/location";
import type { Before } from "../account/run-record";
import type { DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { takeGlobalInventory, takeInventory } from "../inventory/take";
import { step } from "../step";
import { describeLeftover, type Leftovers, sweep } from "../sweep/sweep";

/** What is in every region that the drill uses, and in none, now. */
export const everyPlace = async (drill: DrillWith<"aws">): Promise<Before> => {
  const aws = drill.need("aws");
  const regions = [...new Set([...drill.regions, globalRegion])];
  const found = await Promise.all(
    regions.map(async (region): Promise<[string, Item[]]> => [region, await takeInventory(aws(region))]),
  );
  return { ...Object.fromEntries(found), [everywhere]: await takeGlobalInventory(aws(globalRegion)) };
};

/** What there is everywhere that was not there before. */
export const leftSince = async (drill: DrillWith<"aws">, before: Before): Promise<Leftovers[]> =>
  Object.entries(await everyPlace(drill)).map(([region, items]) => ({
    region,
    ...sweep(before[region] ?? [], items),
  }));

/** A line for each thing that was left. */
export const linesOf = (leftovers: readonly Leftovers[]): string[] =>
  leftovers.flatMap(({ region, left }) => left.map((item) => describeLeftover(region, item)));

export const noteWhatIsThere = step({
  title: "Record what exists before the drill",
  about:
    "Records what exists in every region that the drill uses; at the end, whatever exists beyond that is a leftover.",
  needs: ["aws"],
  gives: ["before"],
  run: async (drill) => {
    drill.found.before = await everyPlace(drill);
  },
  undo: {
    title: "Sweep every region for leftovers",
    run: async (drill, { say }) => {
      const { before } = drill.found;
      if (!before) return say("not swept: nothing was noted, so nothing was made");
      const leftovers = await leftSince(drill, before);
      drill.found.leftovers = leftovers;
      const left = linesOf(leftovers);
      const standing = drill.standing.size + drill.made.things.length > 0;
      await drill.found.record?.close({ standing, left: left.length > 0 });
      if (left.length > 0) throw new Error(`${left.length} left over:\n${left.join("\n")}`);
      say(`0 left over in ${leftovers.map(({ region }) => region).join(", ")}`);
    },
  },
});
