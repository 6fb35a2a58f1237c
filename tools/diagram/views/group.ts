import type { Change } from "../estate/changes";
import { type Canvas, types } from "../scene/canvas";
import type { About, Rect } from "../scene/scene";
import { type GroupStyle, styles } from "../scene/styles";
import { widthOf } from "../text/font";

/** What a group is, and what it says at its top. */
export interface Label {
  readonly style: GroupStyle;
  readonly text: string;
  readonly number?: number | undefined;
  readonly detail?: string | undefined;
  readonly change?: Change;
  readonly about?: About | undefined;
}

/** The size of a group's icon, in its corner. */
export const cornerIcon = 36;

/** A frame with its icon in the corner and its label beside it, as AWS draws groups; gives where the label ends. */
export function group(canvas: Canvas, rect: Rect, label: Label): number {
  const { style, text, number, detail, change = "same", about } = label;
  canvas.frame(rect, style, { change, about });
  const its = styles[style];
  const icon = "icon" in its ? its.icon : undefined;
  let x = rect.x + 12;
  if (icon !== undefined) {
    canvas.icon({ x: rect.x, y: rect.y, width: cornerIcon, height: cornerIcon }, { icon, about });
    x = rect.x + cornerIcon + 10;
  }
  if (number !== undefined) x = canvas.badge(number, { x, y: rect.y + cornerIcon / 2 }, about);
  // Labels of AWS's groups have their colours; those of ours have that of text, which is read in the dark, too.
  const tone = icon === undefined || style === "lost" ? "ink" : style;
  const start = x;
  x += canvas.text(text, types.group, { x, y: rect.y + 6, within: rect, tone, about });
  const more = change === "same" ? detail : change;
  if (more === undefined) return x;
  const beside = { x: x + 10, y: rect.y + 8 };
  const fits = beside.x + widthOf(more, types.detail.size, types.detail.weight) < rect.x + rect.width - 8;
  const at = fits ? beside : { x: start, y: rect.y + 27 };
  const end =
    at.x + canvas.text(more, types.detail, { ...at, within: rect, tone: change === "same" ? "muted" : change });
  return Math.max(x, end);
}
