import type { Point } from "../scene/scene";
import { n } from "./number";

const radius = 10;
const head = 11;

/** The `d` of a path with horizontal and vertical parts whose corners are rounded; it ends where its arrow head begins. */
export function roundedPath(path: readonly Point[]): string {
  return path
    .map(([x, y], at) => {
      const [before, after] = [path[at - 1], path[at + 1]];
      if (before === undefined) return `M${n(x)} ${n(y)}`;
      if (after === undefined) return `L${along([x, y], before, head - 2)}`;
      const room = Math.min(radius, distance(before, [x, y]) / 2, distance([x, y], after) / 2);
      return `L${along([x, y], before, room)}Q${n(x)} ${n(y)} ${along([x, y], after, room)}`;
    })
    .join("");
}

/** The `d` of the arrow head at the end of a path. */
export function arrowHead(path: readonly Point[]): string {
  const [from = [0, 0], to = [0, 0]] = path.slice(-2);
  const [dx, dy] = [Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])];
  const [backX, backY] = [to[0] - dx * head, to[1] - dy * head];
  const wide = head * 0.48;
  return `M${n(to[0])} ${n(to[1])}L${n(backX - dy * wide)} ${n(backY + dx * wide)}L${n(backX + dy * wide)} ${n(backY - dx * wide)}Z`;
}

const along = (from: Point, to: Point, by: number): string => {
  const length = distance(from, to) || 1;
  return `${n(from[0] + ((to[0] - from[0]) * by) / length)} ${n(from[1] + ((to[1] - from[1]) * by) / length)}`;
};

const distance = (one: Point, other: Point): number => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]);
