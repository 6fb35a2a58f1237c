import type { Transfer } from "../../estate/transfers";
import { type Canvas, types } from "../../scene/canvas";
import { widthOf } from "../../text/font";
import type { Placed } from "./regions";

/** Height of a lane, with a text above its line. */
const laneHeight = 40;

/** A transfer with the places of its ends among the regions, and its lane: the first is the highest. */
interface Lane extends Transfer {
  readonly left: number;
  readonly right: number;
  readonly lane: number;
}

/** What goes between regions, each in a lane below them, short ways above long ones; gives where they end. */
export function lanes(canvas: Canvas, placed: readonly Placed[], transfers: readonly Transfer[]): number {
  const all = inLanes(placed, transfers);
  const bottom = Math.max(...placed.map(({ rect }) => rect.y + rect.height));
  for (const one of all) {
    const [from, to] = [slot(placed, all, { of: one, end: one.from }), slot(placed, all, { of: one, end: one.to })];
    const y = bottom + laneHeight * (one.lane + 1);
    canvas.arrow(
      [
        [from, bottom],
        [from, y],
        [to, y],
        [to, bottom],
      ],
      { tone: "backup", dashed: one.later },
    );
    const x = (from + to) / 2;
    const width = widthOf(one.what, types.detail.size, types.detail.weight);
    const within = { x: x - width / 2, y: y - laneHeight, width, height: laneHeight };
    canvas.text(one.what, types.detail, { x, y: y - 25, anchor: "middle", within, tone: "muted" });
  }
  return bottom + laneHeight * (Math.max(-1, ...all.map(({ lane }) => lane)) + 1) + 12;
}

function inLanes(placed: readonly Placed[], transfers: readonly Transfer[]): Lane[] {
  const place = (region: string): number => placed.findIndex((one) => one.region === region);
  const ways = transfers
    .map((one) => ({ ...one, ends: [place(one.from), place(one.to)].sort((a, b) => a - b) }))
    .map(({ ends: [left = -1, right = -1], ...one }) => ({ ...one, left, right }))
    .filter(({ left }) => left >= 0)
    .sort((one, other) => one.right - one.left - (other.right - other.left));
  const found: Lane[] = [];
  for (const way of ways) {
    // Ways that share no region may share a lane.
    const beside = found.filter(({ left, right }) => left < way.right && way.left < right);
    found.push({ ...way, lane: Math.max(-1, ...beside.map(({ lane }) => lane)) + 1 });
  }
  return found;
}

/** Where a way leaves or reaches the bottom of a region, so that none crosses another: higher lanes are further inside. */
function slot(placed: readonly Placed[], all: readonly Lane[], { of, end }: { of: Lane; end: string }): number {
  const at = placed.findIndex(({ region }) => region === end);
  const { x, width } = placed[at]?.rect ?? { x: 0, width: 0 };
  const toLeft = all.filter(({ right }) => right === at).sort((one, other) => one.lane - other.lane);
  const toRight = all.filter(({ left }) => left === at).sort((one, other) => other.lane - one.lane);
  const order = [...toLeft, ...toRight];
  return x + (width * (order.indexOf(of) + 1)) / (order.length + 1);
}
