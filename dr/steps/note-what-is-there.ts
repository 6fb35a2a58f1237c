import { globalRegion } from "../../regions/schema/aws-regions";
import { everywhere } from "../../regions/wiring/location";
import { allDespiteFailures } from "../../terraform/failures";
import { deleteLateLogs } from "../account/delete-late-logs";
import { protectBefore } from "../account/protect";
import type { Before } from "../account/run-record";
import type { DrillWith } from "../drill";
import type { Item } from "../inventory/item";
import { takeGlobalInventory, takeInventory } from "../inventory/take";
import { step } from "../step";
import { markedOf } from "../sweep/marked";
import { describeLeftover, type Leftovers, sweep } from "../sweep/sweep";

/** What is in every region that the drill uses, and in none, now. */
export const everyPlace = async (drill: DrillWith<"aws">): Promise<Before> => {
  const aws = drill.need("aws");
  const regions = [...new Set([...drill.regions, globalRegion])];
  const places = [
    ...regions.map((region) => ({ place: region, items: takeInventory(aws(region)) })),
    { place: everywhere, items: takeGlobalInventory(aws(globalRegion)) },
  ];
  const found = places.map(async ({ place, items }): Promise<[string, Item[]]> => [place, await items]);
  return Object.fromEntries(await allDespiteFailures(found));
};

/** What there is everywhere that was not there before: what the run has left, and what others have made. */
export const leftSince = async (drill: DrillWith<"aws">, before: Before): Promise<Leftovers[]> => {
  const { where, run } = drill.settings;
  const now = Object.entries(await everyPlace(drill));
  return Promise.all(
    now.map(async ([region, items]) => {
      const swept = { region, ...sweep(before[region] ?? [], items) };
      // In a local AWS of its own, nobody else makes anything.
      if (where.kind === "own") return swept;
      const aws = drill.need("aws")(region === everywhere ? globalRegion : region);
      const left = await markedOf(aws, run, swept.left);
      return { ...swept, left, unmarked: swept.left.filter((item) => !left.includes(item)) };
    }),
  );
};

/** A line for each thing that was left, or is not known to be the run's. */
export const linesOf = (leftovers: readonly Leftovers[], which: "left" | "unmarked" = "left"): string[] =>
  leftovers.flatMap(({ region, [which]: items }) => (items ?? []).map((item) => describeLeftover(region, item)));

export const noteWhatIsThere = step({
  title: "Record what exists before the drill",
  about:
    "Records what exists in every region that the drill uses; at the end, whatever exists beyond that and is the run's is a leftover. With `--aws`, the gate lets nothing pass from here on that would change or delete it.",
  needs: ["aws"],
  gives: ["before"],
  run: async (drill) => {
    const before = await everyPlace(drill);
    drill.found.before = before;
    protectBefore(drill, before);
  },
  undo: {
    title: "Sweep every region for leftovers",
    run: async (drill, at) => {
      const { say } = at;
      const { before, beganAt } = drill.found;
      if (!before) return say("not swept: nothing was noted, so nothing was made");
      if (beganAt) await deleteLateLogs(drill, { from: beganAt, to: () => new Date() }, at);
      const leftovers = await leftSince(drill, before);
      drill.found.leftovers = leftovers;
      const left = linesOf(leftovers);
      const standing = drill.standing.size + drill.made.things.length > 0;
      await drill.found.record?.close({ standing, left: left.length > 0 });
      if (left.length > 0) throw new Error(`${left.length} left over:\n${left.join("\n")}`);
      const unmarked = linesOf(leftovers, "unmarked");
      if (unmarked.length > 0) say(`${unmarked.length} made meanwhile without its mark:\n${unmarked.join("\n")}`);
      say(`0 left over in ${leftovers.map(({ region }) => region).join(", ")}`);
    },
  },
});
