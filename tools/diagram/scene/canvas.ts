import type { Change } from "../estate/changes";
import type { ComponentId } from "../kinds/components";
import { widthOf } from "../text/font";
import { linesIn, type Type } from "../text/lines";
import type { About, Arrow, Badge, Frame, Icon, Point, Rect, Scene, Text, Tone } from "./scene";
import type { GroupStyle } from "./styles";

/** The sizes of text: at half their size, on a page 800 pixels wide, they are still read. */
export const types = {
  title: { size: 32, weight: 600 },
  group: { size: 19, weight: 600 },
  name: { size: 19, weight: 600 },
  detail: { size: 17, weight: 400 },
} satisfies Record<string, Type>;

const lineHeight = 1.25;
/** Of the height of a line of text above its baseline. */
export const ascent = 0.95;
const badgeRadius = 13;

/** Where a text goes: its left, middle or right at x. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly within: Rect;
  readonly tone?: Tone;
  readonly about?: About | undefined;
}

/** What a component is drawn with: its icon, its number, and at most two lines of text. */
export interface Drawn {
  /** What it is, where it is a component of the platform. */
  readonly component?: ComponentId;
  readonly icon: string;
  readonly name: string;
  readonly detail?: string | undefined;
  readonly number?: number | undefined;
  readonly change?: Change;
  readonly about?: About | undefined;
}

/** A picture in the making. */
export class Canvas {
  private readonly frames: Frame[] = [];
  private readonly icons: Icon[] = [];
  private readonly texts: Text[] = [];
  private readonly badges: Badge[] = [];
  private readonly arrows: Arrow[] = [];

  constructor(
    private readonly title: string,
    readonly width: number,
  ) {}

  /** The picture, as high as it became. */
  scene(height: number): Scene {
    const { title, width, frames, icons, texts, badges, arrows } = this;
    return { title, width, height, frames, icons, texts, badges, arrows };
  }

  frame(rect: Rect, style: GroupStyle, { change = "same", about }: Pick<Drawn, "change" | "about"> = {}): Rect {
    const { x, y, width, height } = rect;
    this.frames.push({ x, y, width, height, style, change, about });
    return rect;
  }

  icon(at: Rect, { icon, change = "same", about, number }: Omit<Drawn, "name">): void {
    this.icons.push({ ...at, icon, change, about });
    if (number !== undefined) this.badges.push({ number, at: [at.x, at.y], about });
  }

  /** A number by itself, left of `x`'s text; gives where that begins. */
  badge(number: number, { x, y }: { x: number; y: number }, about?: About): number {
    this.badges.push({ number, at: [x + badgeRadius, y], about });
    return x + 2 * badgeRadius + 8;
  }

  /** One line of text whose top is at y; gives its width. */
  text(text: string, type: Type, { x, y, anchor = "start", within, tone = "ink", about }: Placed): number {
    const width = widthOf(text, type.size, type.weight);
    const left = x - { start: 0, middle: width / 2, end: width }[anchor];
    const height = type.size * lineHeight;
    this.texts.push({ ...type, text, tone, within, about, x: left, y, width, height });
    return width;
  }

  arrow(path: readonly Point[], { dashed = false, tone = "line" }: Partial<Omit<Arrow, "path">> = {}): void {
    this.arrows.push({ path, dashed, tone });
  }

  /** A component with its text below, in the middle of `cell`, whose icon begins at its top; gives where it ends. */
  below(cell: Rect, drawn: Drawn, size = 56): number {
    this.icon({ x: cell.x + (cell.width - size) / 2, y: cell.y, width: size, height: size }, drawn);
    const at = { x: cell.x + cell.width / 2, anchor: "middle", within: cell, about: drawn.about } as const;
    return this.lines(drawn, { ...at, y: cell.y + size + 8 }, cell.width);
  }

  /** A component with its text at its right, in the middle of the height of `cell`; gives where the text ends. */
  beside(cell: Rect, drawn: Drawn, size = 48): number {
    this.icon({ x: cell.x, y: cell.y + (cell.height - size) / 2, width: size, height: size }, drawn);
    const x = cell.x + size + 12;
    const room = cell.x + cell.width - x;
    const height = linesOf(drawn, room).reduce((sum, { type }) => sum + type.size * lineHeight, 0);
    return this.lines(drawn, { x, y: cell.y + (cell.height - height) / 2, within: cell, about: drawn.about }, room);
  }

  private lines(drawn: Drawn, placed: Placed, room: number): number {
    let y = placed.y;
    for (const { text, type, tone } of linesOf(drawn, room)) {
      this.text(text, type, { ...placed, y, tone });
      y += type.size * lineHeight;
    }
    return y;
  }
}

/**
 * The two lines of a component's text: its name and a detail, or a longer name. What has happened to it is in place of the
 * detail, in words; a longer name has its colour.
 */
function linesOf({ name, detail, change = "same" }: Drawn, width: number): { text: string; type: Type; tone: Tone }[] {
  const tone: Tone = change === "same" ? "muted" : change;
  const long = detail === undefined ? linesIn(name, types.name, { width, most: 2 }) : [];
  if (change !== "same" && long.length > 1) return long.map((text) => ({ text, type: types.name, tone }));
  const second = change === "same" ? detail : change;
  const names = linesIn(name, types.name, { width, most: second === undefined ? 2 : 1 });
  return [
    ...names.map((text) => ({ text, type: types.name, tone: "ink" as const })),
    ...(second === undefined
      ? []
      : linesIn(second, types.detail, { width, most: 1 }).map((text) => ({ text, type: types.detail, tone }))),
  ];
}

/** Height of a component with its text below. */
export const cellHeight = (size = 56): number => size + 8 + 2 * types.name.size * lineHeight;
