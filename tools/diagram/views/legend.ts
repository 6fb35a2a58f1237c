import type { Estate } from "../estate/estate";
import { aboutOf, resourcesOf } from "../estate/find";
import { components, numberedIds } from "../kinds/components";
import { type Canvas, types } from "../scene/canvas";
import { margin } from "./header";

const columns = 3;
const height = 54;

/** The numbers, with the tier and the file of each; gives where it ends. */
export function legend(canvas: Canvas, estate: Estate, y: number): number {
  const width = (canvas.width - 2 * margin) / columns;
  const rows = Math.ceil(numberedIds.length / columns);
  numberedIds.forEach((id, at) => {
    const { title, tier, file, number = 0 } = components[id];
    const resources = resourcesOf(estate, id);
    const about = aboutOf(id, resources);
    const cell = { x: margin + Math.floor(at / rows) * width, y: y + (at % rows) * height, width: width - 16, height };
    const x = canvas.badge(number, { x: cell.x, y: cell.y + 20 }, about);
    // Shield Standard is always there; all else is there if it was synthesized.
    const isThere = resources.length > 0 || id === "shield";
    canvas.text(isThere ? title : `${title} (not in ${estate.environment})`, types.name, {
      ...{ x, y: cell.y, within: cell, about, tone: isThere ? "ink" : "muted" },
    });
    canvas.text(`${tier} · ${file}`, types.detail, { x, y: cell.y + 24, within: cell, about, tone: "muted" });
  });
  return y + rows * height;
}
