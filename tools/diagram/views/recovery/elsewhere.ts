import { drawn } from "../../estate/find";
import type { Point, Rect } from "../../scene/scene";
import { besideIcon, grid, gridHeight, present } from "../grid";
import { group } from "../group";
import type { Plan } from "./plan";

/** Height of what is elsewhere. */
export const elsewhereHeight = gridHeight(1, 1);

/** What is in neither region, and what a recovery takes from there; gives the places of its arrows, by what they bring. */
export function elsewhere({ canvas, estate }: Plan, rect: Rect): { up: Point[]; customers: Point | undefined } {
  group(canvas, rect, { style: "generic", text: "In neither region" });
  const { stateRegion: region = "" } = estate;
  const all = present([
    drawn(estate, "permissions", { detail: "IAM and OIDC" }),
    { icon: "resource/GitRepository", name: "Git", detail: "the same commit" },
    drawn(estate, "states", { region, name: "Amazon S3", detail: "states, global tiers" }),
    drawn(estate, "route53", { detail: "health checks" }),
    drawn(estate, "cloudfront", { detail: "follows them" }),
    { icon: "resource/Users", name: "Customers", detail: "when it answers" },
  ]);
  const places = grid(canvas, all, { ...rect, columns: all.length });
  const top = ([x, y]: Point): Point => [x, y - besideIcon];
  const [last, before] = [places.at(-1), places.at(-2)];
  if (last && before)
    canvas.arrow([
      [last[0] - besideIcon, last[1]],
      [before[0] + besideIcon, before[1]],
    ]);
  return { up: places.slice(1, 3).map(top), customers: before && top(before) };
}
