import { type Canvas, types } from "../scene/canvas";
import type { Arrow, Rect } from "../scene/scene";
import type { GroupStyle } from "../scene/styles";

/** What a kind of line or frame in a picture means. */
export type Meaning = { readonly text: string } & (
  | { readonly arrow: Partial<Omit<Arrow, "path">> }
  | { readonly frame: GroupStyle }
);

const sample = 44;

/** What the lines and frames of a picture mean, in a row; gives where it ends. */
export function key(canvas: Canvas, meanings: readonly Meaning[], at: Omit<Rect, "height">): number {
  const within = { ...at, height: 24 };
  let { x } = at;
  for (const { text, ...how } of meanings) {
    const middle = at.y + 12;
    if ("arrow" in how)
      canvas.arrow(
        [
          [x, middle],
          [x + sample, middle],
        ],
        how.arrow,
      );
    else canvas.frame({ x, y: at.y + 2, width: sample - 8, height: 20 }, how.frame);
    x += sample + 10;
    x += 36 + canvas.text(text, types.detail, { x, y: at.y + 1, within, tone: "muted" });
  }
  return at.y + 24;
}
