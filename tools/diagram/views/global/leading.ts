import { type Canvas, types } from "../../scene/canvas";
import type { Point, Rect } from "../../scene/scene";
import type { Placed } from "./regions";

const laneHeight = 34;

/** Where customers are led to, and when. */
interface Way {
  readonly to: number;
  readonly when: string;
  readonly later: boolean;
}

/** Space between the edge and the regions that the ways need. */
export const leadingHeight = (ways: number): number => 24 + laneHeight * Math.max(1, ways - 1) + 6;

/** Who is led where: from CloudFront to live regions and, when none answers, to what was recovered. */
export function leading(canvas: Canvas, placed: readonly Placed[], from: { rect: Rect; cloudfront: Point }): void {
  const { rect, cloudfront } = from;
  const [x] = cloudfront;
  const live = placed
    .filter(({ role }) => role === "live")
    .map(({ rect }) => wayTo(rect, false, "nearest region that answers"));
  const later = placed
    .filter(({ role }) => role === "recovery target")
    .map(({ rect }) => wayTo(rect, true, "when no live region answers"));
  const ways = [...live, ...later];
  const start = rect.y + rect.height;
  for (const side of [ways.filter(({ to }) => to < x), ways.filter(({ to }) => to >= x).reverse()]) {
    side.forEach(({ to, when, later: dashed }, at) => {
      const out = x + (to < x ? -1 : 1) * (10 + 16 * (side.length - 1 - at));
      const y = start + 24 + laneHeight * at;
      const end = placed[0]?.rect.y ?? y;
      canvas.arrow(
        [
          [out, start],
          [out, y],
          [to, y],
          [to, end],
        ],
        { dashed },
      );
      const within = { x: 0, y: start, width: canvas.width, height: end - start };
      canvas.text(when, types.detail, { x: to + 12, y: end - 30, within, tone: "muted" });
    });
  }
}

const wayTo = ({ x, width }: Rect, later: boolean, when: string): Way => ({ to: x + width / 2, later, when });
