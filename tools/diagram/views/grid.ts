import { type Canvas, cellHeight, type Drawn } from "../scene/canvas";
import type { Point, Rect } from "../scene/scene";
import { cornerIcon } from "./group";

/** The size of a component's icon with its text below. */
const icon = 56;
const between = 18;

/** Where the first row of a group begins, below its label. */
export const firstRow = cornerIcon + 14;

/** How components stand in a group: below its label, so many beside each other. */
export interface Grid extends Pick<Rect, "x" | "y" | "width"> {
  readonly columns: number;
  /** Space that a group has more than it needs, which is left above and below. */
  readonly spare?: number;
}

/** Height of a group with so many components below its label. */
export const gridHeight = (count: number, columns: number): number =>
  firstRow + Math.ceil(count / columns) * (cellHeight(icon) + between) - 4;

/** Components in rows and columns, in a group that begins at y; gives the middle of each icon. */
export function grid(canvas: Canvas, all: readonly Drawn[], { x, y, width, columns, spare = 0 }: Grid): Point[] {
  const cell = (width - 16) / columns;
  return all.map((what, at) => {
    const rect = {
      x: x + 8 + (at % columns) * cell,
      y: y + firstRow + spare / 2 + Math.floor(at / columns) * (cellHeight(icon) + between),
      ...{ width: cell, height: cellHeight(icon) },
    };
    canvas.below(rect, what, icon);
    return [rect.x + cell / 2, rect.y + icon / 2];
  });
}

/** The edge of an icon in a grid, below or above its middle or at its side. */
export const besideIcon = icon / 2;

/** Without what is not there. */
export const present = (all: readonly (Drawn | undefined)[]): Drawn[] => all.filter((what) => what !== undefined);
