import type { Point, Rect, Scene, Text } from "../../../tools/diagram/scene/scene";
import { type GroupStyle, styles } from "../../../tools/diagram/scene/styles";

/** What is wrong with a picture's geometry, in words: nothing lies over a label, and no line runs through an icon. */
export function problemsOf(scene: Scene): string[] {
  const { texts, icons, frames, arrows, badges } = scene;
  const page = { x: 0, y: 0, width: scene.width, height: scene.height };
  const numbers = badges.map(({ number, at: [x, y] }) => ({
    what: `badge ${number}`,
    x: x - 13,
    y: y - 13,
    width: 26,
    height: 26,
  }));
  const labels = texts.map((text) => ({ ...text, what: `"${text.text}"`, ...inkOf(text) }));
  const pictures = icons.map((icon) => ({ ...icon, what: icon.icon }));
  const lines = arrows.flatMap(({ path }) => path.slice(1).map((to, at) => segment(path[at] ?? to, to)));
  return [
    ...pairs(labels)
      .filter(([one, other]) => overlap(one, other))
      .map(([one, other]) => `${one.what} over ${other.what}`),
    ...pairs(pictures)
      .filter(([one, other]) => overlap(one, other))
      .map(([one, other]) => `${one.what} over ${other.what}`),
    ...across(labels, [...pictures, ...numbers]).map(([one, other]) => `${one.what} over ${other.what}`),
    ...labels.filter((text) => !isIn(text, text.within)).map(({ what }) => `${what} leaves its box`),
    ...[...labels, ...pictures, ...frames.map((frame) => ({ ...frame, what: frame.style }))]
      .filter((one) => !isIn(one, page))
      .map(({ what }) => `${what} leaves the picture`),
    ...texts.filter(({ text }) => text.includes("…")).map(({ text }) => `"${text}" is cut off`),
    ...arrows.filter(({ path }) => lastOf(path) < 14).map(({ path }) => `an arrow to ${path.at(-1)} is all head`),
    ...across(lines, [...pictures.map(smaller), ...labels]).map(([, other]) => `a line through ${other.what}`),
    ...labels.flatMap((label) => {
      // A band that hides what is behind it cuts the borders of the zones.
      const hides = frames.filter((frame) => "opaque" in styles[frame.style] && isIn(label, frame));
      const floor = Math.max(0, ...hides.map(({ style }) => styles[style].layer));
      const seen = frames.filter(({ style }) => styles[style].layer >= floor).flatMap(bordersOf);
      return seen
        .filter((border) => overlap(label, border))
        .map(({ what }) => `${label.what} over the border of ${what}`);
    }),
  ];
}

interface Named extends Rect {
  readonly what: string;
}

/** The letters of a text, without the space above and below them. */
const inkOf = ({ x, y, width, size }: Text): Rect => ({ x, y: y + size * 0.2, width, height: size * 0.95 });

/** Arrows may end at the edge of an icon. */
const smaller = ({ x, y, width, height, what }: Named): Named => ({
  what,
  x: x + 1,
  y: y + 1,
  width: width - 2,
  height: height - 2,
});

/** Length of the last part of an arrow, which its head is on. */
const lastOf = (path: readonly Point[]): number => {
  const [from = [0, 0], to = [0, 0]] = path.slice(-2);
  return Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
};

const segment = ([x1, y1]: Point, [x2, y2]: Point): Named => ({
  ...{ what: "line", x: Math.min(x1, x2), y: Math.min(y1, y2) },
  ...{ width: Math.abs(x1 - x2), height: Math.abs(y1 - y2) },
});

const bordersOf = ({ x, y, width, height, style: what }: Rect & { style: GroupStyle }): Named[] => [
  { what, x, y, width, height: 0 },
  { what, x, y: y + height, width, height: 0 },
  { what, x, y, width: 0, height },
  { what, x: x + width, y, width: 0, height },
];

const overlap = (one: Rect, other: Rect): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const isIn = (one: Rect, box: Rect): boolean =>
  one.x >= box.x &&
  one.y >= box.y &&
  one.x + one.width <= box.x + box.width + 0.01 &&
  one.y + one.height <= box.y + box.height + 0.01;

const pairs = <T>(all: readonly T[]): [T, T][] =>
  all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));

const across = <A extends Rect, B extends Rect>(some: readonly A[], others: readonly B[]): [A, B][] =>
  some.flatMap((one) => others.filter((other) => overlap(one, other)).map((other): [A, B] => [one, other]));
