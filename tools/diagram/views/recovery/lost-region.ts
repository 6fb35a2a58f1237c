import type { Estate } from "../../estate/estate";
import { aboutOf, drawn, resourcesOf } from "../../estate/find";
import { components } from "../../kinds/components";
import type { Rect } from "../../scene/scene";
import { images } from "../before-a-loss";
import { grid, gridHeight, present } from "../grid";
import { cornerIcon, group } from "../group";
import { type Fate, fates } from "./lost";
import { partsOf } from "./parts";
import type { Plan } from "./plan";
import { tierWaves } from "./waves";

const row = 66;
const space = 20;
const columns = 3;

/** What was copied before, what is lost, and what is rebuilt of a region; gives the rectangle of what was copied. */
export function lostRegion({ canvas, estate, recovery }: Plan, rect: Rect): Rect {
  const { lost: region } = recovery;
  group(canvas, rect, { style: "lost", text: `Region ${region}, lost` });
  const inner = { x: rect.x + space, width: rect.width - 2 * space };
  const copied = { ...inner, y: rect.y + cornerIcon + space, height: gridHeight(1, 1) };
  group(canvas, copied, { style: "generic", text: "Copied before the loss" });
  const sources = present([drawn(estate, "backups", { region, detail: "the database" }), images(estate, region)]);
  grid(canvas, sources, { ...copied, columns: 2 });
  const gone = goneIn(estate, region);
  const box = { ...inner, y: copied.y + copied.height + space, height: goneHeight(gone) };
  group(canvas, box, { style: "gone", text: "Data that is lost with it" });
  gone.forEach(({ component, lost = "" }, at) => {
    const { title, icon, number } = components[component];
    const about = aboutOf(component, resourcesOf(estate, component, { region }));
    const cell = { x: box.x + space, y: box.y + cornerIcon + 12 + at * row, width: box.width - 32, height: row - 10 };
    canvas.beside(cell, { icon, name: title, detail: lost, number, about }, 48);
  });
  const y = box.y + box.height + space;
  const last = { ...inner, y, height: rect.y + rect.height - space - y };
  group(canvas, last, { style: "generic", text: "Stops, and is rebuilt" });
  const parts = stopped(estate, recovery).map((one) => ({ ...one, detail: undefined }));
  grid(canvas, parts, { ...last, columns, spare: last.height - gridHeight(parts.length, columns) });
  return copied;
}

/** Height that a lost region needs. */
export const lostHeight = ({ estate, recovery }: Plan): number =>
  cornerIcon +
  space +
  gridHeight(1, 1) +
  space +
  goneHeight(goneIn(estate, recovery.lost)) +
  space +
  gridHeight(stopped(estate, recovery).length, columns) +
  space;

const goneHeight = (gone: readonly Fate[]): number => cornerIcon + 12 + gone.length * row;

const goneIn = (estate: Estate, region: string): Fate[] =>
  fates.filter(
    ({ tier, lost }) =>
      lost !== undefined && estate.resources.some((one) => one.region === region && one.tier === tier),
  );

/** The numbered components that a recovery makes again. */
const stopped = (estate: Estate, recovery: Plan["recovery"]) =>
  tierWaves(recovery)
    .flatMap((tiers) => tiers.flatMap((tier) => partsOf(estate, recovery.lost, tier)))
    .filter(({ number }) => number !== undefined);
