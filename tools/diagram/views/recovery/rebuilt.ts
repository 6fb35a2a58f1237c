import { cellHeight, type Drawn, types } from "../../scene/canvas";
import type { Point, Rect } from "../../scene/scene";
import { cornerIcon, group } from "../group";
import { partsOf } from "./parts";
import type { Plan } from "./plan";
import { tierWaves } from "./waves";

const icon = 56;
const between = 18;
const gap = 40;
const label = 30;

/** A wave as it is drawn: its components in columns of equal height. */
interface Wave {
  readonly all: readonly Drawn[];
  readonly columns: number;
}

/** What a recovery makes, wave by wave from left to right, in the height or more; gives its rectangle and the database's icon. */
export function rebuilt(plan: Plan, { x, y, width, height: most }: Rect): { rect: Rect; database: Point } {
  const { canvas } = plan;
  const { waves, rows } = fitted(plan, width - 40);
  const columns = waves.reduce((sum, wave) => sum + wave.columns, 0);
  const cell = (width - 40 - gap * (waves.length - 1)) / columns;
  const top = y + cornerIcon + 14;
  const height = Math.max(most - around, content(rows));
  const rect = { x, y, width, height: height + around };
  const text = "Rebuilt from git and the newest copied backup";
  group(canvas, rect, { style: "rebuilt", text });
  let left = x + 20;
  let database: Point = [left, top];
  waves.forEach(({ all, columns: its }, at) => {
    const box = { x: left, y: top, width: its * cell, height };
    canvas.frame(box, "generic");
    const within = { ...box, height: label };
    canvas.text(`Step ${at + 1}`, types.detail, { x: left + 10, y: top + 6, within, tone: "muted" });
    all.forEach((what, index) => {
      const place = {
        x: left + Math.floor(index / rows) * cell,
        y: top + label + 10 + (index % rows) * (cellHeight(icon) + between),
        ...{ width: cell, height: cellHeight(icon) },
      };
      canvas.below(place, what, icon);
      if (what.component === "database") database = [place.x + cell / 2, place.y];
    });
    if (at > 0)
      canvas.arrow([
        [left - gap, top + height / 2],
        [left, top + height / 2],
      ]);
    left += box.width + gap;
  });
  return { rect, database };
}

/** Height of the group beside that of the waves in it, and of the waves in rows. */
const around = cornerIcon + 14 + 16;
const content = (rows: number): number => label + rows * (cellHeight(icon) + between) + 6;

/** Height that a recovery's waves need. */
export const rebuiltHeight = (plan: Plan, width: number): number => around + content(fitted(plan, width - 40).rows);

/** The waves in as few rows as the width allows. */
function fitted({ estate, recovery }: Plan, width: number): { waves: Wave[]; rows: number } {
  const all = tierWaves(recovery).map((tiers) => ({
    all: databaseFirst(tiers).flatMap((tier) => partsOf(estate, recovery.lost, tier)),
  }));
  for (let rows = 3; ; rows++) {
    const waves = all.map((wave) => ({ ...wave, columns: Math.ceil(wave.all.length / rows) }));
    const columns = waves.reduce((sum, one) => sum + one.columns, 0);
    if ((width - gap * (waves.length - 1)) / columns >= 134 || rows > 12) return { waves, rows };
  }
}

/** The database is restored from above, so that nothing is over it. */
const databaseFirst = (tiers: readonly string[]): string[] =>
  tiers.toSorted((one, other) => Number(other === "database") - Number(one === "database"));
