import { type Canvas, types } from "../scene/canvas";
import type { Rect } from "../scene/scene";

/** Distance from the edge of a picture. */
export const margin = 24;

/** The title of a picture and, at its right, what else to know; gives where it ends. */
export function header(canvas: Canvas, title: string, fact: string): number {
  const within: Rect = { x: margin, y: margin, width: canvas.width - 2 * margin, height: 44 };
  canvas.text(title, types.title, { x: margin, y: margin, within });
  canvas.text(fact, types.detail, { x: canvas.width - margin, y: margin + 14, anchor: "end", within, tone: "muted" });
  return margin + 56;
}
